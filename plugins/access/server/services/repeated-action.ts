import type { Core } from '@strapi/strapi';

interface RepeatedContext {
  readonly state: { readonly route?: { readonly handler?: unknown; readonly info?: { readonly pluginName?: string } } };
}

type Action = (ctx: unknown) => Promise<unknown>;

/**
 * Runs the controller's action of a request once more. Strapi's composed steps run once only; those before the action
 * have judged what the fresh transaction confirms again by the sign-in's stamp.
 */
export async function repeatAction(strapi: Core.Strapi, ctx: RepeatedContext): Promise<void> {
  const { handler, info } = ctx.state.route ?? {};
  const [controller = '', action = ''] = typeof handler === 'string' ? handler.split('.') : [];
  // Strapi types the actions of a controller loosely.
  const actions = strapi.plugin(info?.pluginName ?? '').controller(controller) as unknown as Record<string, Action>;
  await actions[action]?.(ctx);
}
