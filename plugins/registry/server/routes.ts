import { DOORS } from '@anju/domain/contracts';
import { routesOf } from '@anju/kit';
import { FILE_DOOR_AUTH } from './services/ticket-strategy';

const declared = routesOf('registry', DOORS);

/** The register's routes; the file door also takes a ticket. */
export const routes = {
  ...declared,
  routes: declared.routes.map((route) =>
    `registry.${route.handler}` === FILE_DOOR_AUTH.door
      ? { ...route, config: { ...route.config, auth: { strategies: [...FILE_DOOR_AUTH.strategies] } } }
      : route,
  ),
};
