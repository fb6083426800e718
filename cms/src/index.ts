import { isPreparing } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { drain } from './drain';
import { watchSlowQueries } from './slow-queries';

export default {
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    if (!isPreparing()) watchSlowQueries(strapi);
  },
  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await drain(strapi.server.httpServer);
  },
};
