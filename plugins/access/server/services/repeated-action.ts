import type { Core } from '@strapi/strapi';
import { doorAction } from './door-action';

interface RepeatedContext {
  readonly state: { readonly route?: { readonly handler?: unknown; readonly info?: { readonly pluginName?: string } } };
}

/**
 * Runs the controller's action of a request once more. Strapi's composed steps run once only; those before the action
 * have judged what the fresh transaction confirms again by the sign-in's stamp.
 */
export async function repeatAction(strapi: Core.Strapi, ctx: RepeatedContext): Promise<void> {
  const { handler, info } = ctx.state.route ?? {};
  if (typeof handler !== 'string' || !info?.pluginName) throw new Error('Only a door of ours is repeated');
  await doorAction(strapi, info.pluginName, handler)(ctx);
}
