import { dataFolder } from '../places.mjs';

/**
 * What the application is told. Demonstration data belongs to the embedded database only: a given one never gets it.
 * @param {NodeJS.ProcessEnv} given
 * @param {string} [embeddedUrl]
 * @returns {NodeJS.ProcessEnv}
 */
export function appEnvironment(given, embeddedUrl) {
  const common = { ...given, ANJU_DATA_DIR: dataFolder(), PORT: given.PORT || '1337', HOST: given.HOST || '127.0.0.1' };
  if (embeddedUrl === undefined) return { ...common, ANJU_DEMO: 'none', ANJU_EMBEDDED: '' };
  const demo = given.ANJU_DEMO || 'county';
  return { ...withoutPostgresDefaults(common), DATABASE_URL: embeddedUrl, ANJU_DEMO: demo, ANJU_EMBEDDED: '1' };
}

/** PGSSLMODE and the like are meant for another server than ours. */
function withoutPostgresDefaults(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^PG[A-Z]+$/.test(name)));
}
