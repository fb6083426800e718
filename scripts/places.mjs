import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The compiled application that `npm start` runs. */
export const APP_ENTRY = path.join(ROOT, 'cms/dist/src/server.js');

/** Git-ignored folder for stamps, locks and results of tools. */
export const CACHE = path.join(ROOT, '.cache');

/** The data folder of this run: database, evidence and secrets. */
export function dataFolder() {
  return path.resolve(ROOT, process.env.ANJU_DATA_DIR || '.data');
}
