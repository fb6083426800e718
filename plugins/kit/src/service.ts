import type { Core } from '@strapi/strapi';

/**
 * A plugin's service by its name. Plugins meet only here: `Service` is the interface the caller relies on,
 * since Strapi types services of local plugins loosely.
 */
export function serviceOf<Service>(strapi: Core.Strapi, plugin: string, name: string): Service {
  return strapi.plugin(plugin).service(name) as unknown as Service;
}
