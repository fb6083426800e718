import fs from 'node:fs';
import path from 'node:path';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { runScript } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { ROOT } from './places.mjs';
import { withDemonstration } from './screens/demonstration.mjs';
import { takeScreenshots } from './screens/take.mjs';

const FOLDER = path.join(ROOT, 'screenshots');

/** `npm run screenshots [-- name…]`: every screen at both sizes, of ANJU_URL or of 300 demonstration households of its own. */
runScript(async () => {
  await installWhenNeeded();
  const names = process.argv.slice(2);
  if (names.length === 0) fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER, { recursive: true });
  const take = (url) => takeScreenshots({ url, folder: FOLDER, names });
  if (process.env.ANJU_URL) return take(process.env.ANJU_URL);
  await buildWhenNeeded();
  return withDemonstration(take);
});
