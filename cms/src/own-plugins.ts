/** Strapi plugins of this product; each has a `prepare` service. */
export const OWN_PLUGINS = ['access', 'registry', 'options', 'statistics', 'warnings', 'exchange'] as const;
