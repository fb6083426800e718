import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { startEmbedded } from '../embedded-postgres.mjs';
import { ROOT } from '../places.mjs';
import { whileServing } from '../start/while-serving.mjs';
import { fillOnce } from './filled.mjs';
import { photos } from './photos.mjs';
import { recogniseLinkedSet } from './recognise-linked.mjs';
import { signedIn } from './signed-in.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

/** Spread over the province, without pictures; as many as make a set of 10,000. */
const HOUSEHOLDS = '100000';

/** `npm run bench -- --photos`: photos and 按关联信息认定, on a database of its own in ANJU_DATA_DIR (`.data/bench-photos`). */
export async function benchRecognition() {
  const dataDir = path.resolve(ROOT, process.env.ANJU_DATA_DIR || '.data/bench-photos');
  fs.mkdirSync(dataDir, { recursive: true });
  const database = await startEmbedded({ dataFolder: dataDir });
  const env = { ...process.env, ANJU_DATA_DIR: dataDir, DATABASE_URL: database.url, ANJU_EMBEDDED: '1' };
  const owner = new Client({ connectionString: database.url });
  try {
    await fillOnce({ env, households: HOUSEHOLDS, mark: path.join(dataDir, 'filled') });
    await owner.connect();
    // The set lies beyond one county.
    await owner.query(`update up_users set region_code = '52', level = 'province' where username = 'demo-clerk'`);
    return await whileServing(env, async (url) => {
      const run = { url, owner, clerk: await signedIn(url, 'demo-clerk') };
      const kept = [await photos(run), await recogniseLinkedSet(run)];
      return kept.every(Boolean) ? 0 : 1;
    });
  } finally {
    await owner.end();
    await database.stop();
  }
}
