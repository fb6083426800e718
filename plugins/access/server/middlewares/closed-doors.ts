import type { Door } from '@anju/domain/contracts';
import { NotFound, NotSignedIn } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { openDoor } from '../services/doors';
import { isPanelDoor } from '../services/panel-doors';

interface Context {
  readonly method: string;
  readonly path: string;
  readonly is: (...types: string[]) => string | false | null;
  readonly state: { door?: Door };
  readonly request: { readonly header: Readonly<Record<string, string | string[] | undefined>> };
}

/**
 * Shuts every path that no contract declares: Strapi mounts some 250 routes that this product does not use, and its router
 * ignores the case of letters, so only what is spelled as declared passes. Uploads from nobody are refused before their body is read.
 */
export const closedDoors: Core.MiddlewareFactory = (_config, { strapi }) => {
  return async (ctx: Context, next: () => Promise<void>) => {
    if (isPanelDoor(ctx.method, ctx.path)) return next();
    const door = openDoor(ctx.method, ctx.path);
    if (!door) throw new NotFound('没有这个接口或页面');
    ctx.state.door = door;
    if (ctx.is('multipart') && !isSignedIn(strapi, ctx)) throw new NotSignedIn();
    await next();
  };
};

function isSignedIn(strapi: Core.Strapi, ctx: Context): boolean {
  const header = ctx.request.header.authorization;
  const token = typeof header === 'string' ? /^bearer\s+(\S+)$/i.exec(header)?.[1] : undefined;
  return token !== undefined && strapi.sessionManager('users-permissions').validateAccessToken(token).isValid;
}
