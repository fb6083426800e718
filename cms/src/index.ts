import { isPreparing } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { watchSlowQueries } from './slow-queries';

export default {
  bootstrap({ strapi }: { strapi: Core.Strapi }): void {
    if (!isPreparing()) watchSlowQueries(strapi);
  },
};
