import type { Core } from '@strapi/strapi';

interface Context {
  readonly path: string;
  status: number;
}

/** `GET /_health`: 204 when the database answers; its error becomes a 503 in words. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: () => Promise<void>): Promise<void> => {
    if (ctx.path !== '/_health') return next();
    await strapi.db.connection.select(1);
    ctx.status = 204;
  };
