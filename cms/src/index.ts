import { dataPath, isPreparing, removeOwnReceived } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { drain } from './drain';
import { watchSlowQueries } from './slow-queries';

export default {
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    if (!isPreparing()) watchSlowQueries(strapi);
  },
  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    const { httpServer } = strapi.server;
    if (!httpServer.listening) return;
    await drain(httpServer);
    httpServer.closeAllConnections();
    await removeOwnReceived(dataPath('uploads'));
  },
};
