import type { Core } from '@strapi/strapi';
import { drain } from './drain';

export default {
  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await drain(strapi.server.httpServer);
  },
};
