import { DOORS, importUploadDoor } from '@anju/domain/contracts';
import { isPreparing, routesOf, serviceOf } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { exportController } from './controllers/export';
import { importController } from './controllers/import';
import { importSteps } from './imports';
import { takeLargeLists } from './middlewares/list-body';
import { readSmallTable } from './lists/small-table';
import { servedNodeId } from './queries/node-id';
import { startExports } from './services/export-worker';
import { startFileSweep } from './services/file-sweep';
import { startImports } from './services/import-worker';
import { exchangeFiles, openExchangeFiles } from './services/open-files';
import { receiveList, type UploadContext } from './services/uploaded-list';

interface Plugged {
  readonly strapi: Core.Strapi;
}

/** The access plugin's way in for work that needs no database connection. */
interface ScopeService {
  beforeScope(doorId: string, work: (ctx: UploadContext) => Promise<void>): void;
}

let stops: readonly (() => Promise<void>)[] = [];

export default {
  register({ strapi }: Plugged): void {
    takeLargeLists(strapi);
    const scope = serviceOf<ScopeService>(strapi, 'access', 'scope');
    scope.beforeScope(importUploadDoor.id, (ctx) => receiveList(exchangeFiles(), ctx));
  },
  async bootstrap({ strapi }: Plugged): Promise<void> {
    if (isPreparing()) return;
    const files = openExchangeFiles(await servedNodeId(strapi.db.connection));
    stops = [startImports(strapi), startExports(strapi, files), startFileSweep(strapi, files)];
  },
  async destroy(): Promise<void> {
    await Promise.all(stops.map((stop) => stop()));
    stops = [];
  },
  routes: { 'content-api': routesOf('exchange', DOORS) },
  controllers: { import: importController, export: exportController },
  services: {
    /** What the prepare step needs of this plugin. */
    prepare: () => ({ steps: importSteps }),
    /** Small tables in files, for doors of other plugins. */
    tables: () => ({ read: readSmallTable }),
  },
};
