import type { Core } from '@strapi/strapi';

/** What serves a door: an action of a plugin's controller. */
export type DoorAction = (ctx: unknown) => unknown;

/** The action `<controller>.<action>` of a plugin; throws when the plugin has none of that name. */
export function doorAction(strapi: Core.Strapi, plugin: string, handler: string): DoorAction {
  const [controller = '', action = ''] = handler.split('.');
  // Strapi types its actions as functions of a full Koa context; ours read what DoorContext names.
  const actions = strapi.plugin(plugin).controller(controller) as unknown as Record<string, DoorAction | undefined>;
  const run = actions[action];
  if (!run) throw new Error(`No controller serves ${plugin}.${handler}`);
  return run;
}
