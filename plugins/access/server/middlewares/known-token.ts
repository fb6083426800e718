import type { Core } from '@strapi/strapi';
import type { Door } from '@anju/domain/contracts';
import { hasDutyPolicy } from '../policies/has-duty';
import { doorAction } from '../services/door-action';
import { enterKnown, type ScopedContext } from '../services/scope-hook';

interface Context extends ScopedContext {
  readonly path: string;
  params?: Record<string, string>;
}

/**
 * Leads a request whose token was parsed in the last 15 s straight from its door to the controller, through the same scope
 * and the same duty as Strapi's route: what lies between costs more than the work of a small request. Everything else goes on.
 */
export const knownToken: Core.MiddlewareFactory = (_config, { strapi }) => {
  return async (ctx: Context, next: () => Promise<void>) => {
    // As closedDoors found it.
    const { door } = ctx.state;
    if (!door || door.method !== ctx.method || !isOurs(door)) return next();
    const [pluginName = '', ...rest] = door.id.split('.');
    const handler = rest.join('.');
    ctx.state.route = { path: `/api${door.path}`, handler, info: { pluginName }, config: {} };
    const entered = enterKnown(strapi, ctx, async () => {
      ctx.params = paramsOf(door, ctx.path);
      hasDutyPolicy(ctx, { door: door.id });
      await doorAction(strapi, pluginName, handler)(ctx);
    });
    return entered ?? next();
  };
};

/** Signed-in doors of our own controllers; Strapi's own, such as the change of a password, keep Strapi's way. */
function isOurs(door: Door): boolean {
  return door.access !== 'public' && !door.multipart && !door.id.startsWith('users-permissions.');
}

function paramsOf(door: Door, path: string): Record<string, string> {
  const asked = path.split('/').slice(2);
  const named = door.path.split('/').slice(1);
  return Object.fromEntries(
    named.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), decoded(asked[index] ?? '')]] : [])),
  );
}

/** As the router decodes: what is no percent encoding stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
