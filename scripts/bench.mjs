import fs from 'node:fs';
import path from 'node:path';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { fillOnce } from './bench/filled.mjs';
import { runScript } from './child-process.mjs';
import { startEmbedded } from './embedded-postgres.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { ROOT } from './places.mjs';
import { withDemonstration } from './screens/demonstration.mjs';
import { whileServing } from './start/while-serving.mjs';

const HOUSEHOLDS = process.env.ANJU_BENCH_HOUSEHOLDS || '2000000';

/**
 * `npm run bench`: hot paths of the running application beside the same SQL through bare node:http and pg, on a province
 * of 2,000,000 households (or ANJU_BENCH_HOUSEHOLDS) in ANJU_DATA_DIR (`.data/bench`), made at the first run and used again after it.
 * `-- --statistics` measures the statistics there, and those of the nation on a throw-away database; `-- --imports` large lists tried and committed, exports, changes of the configuration.
 */
runScript(async () => {
  await installWhenNeeded();
  await buildWhenNeeded(['plugins', 'cms']);
  if (process.argv.includes('--entry')) return benchEntry();
  if (process.argv.includes('--photos')) {
    const { benchRecognition } = await import('./bench/recognition.mjs');
    return benchRecognition();
  }
  if (process.argv.includes('--review')) return (await import('./bench/review.mjs')).measureReview();
  const dataDir = path.resolve(ROOT, process.env.ANJU_DATA_DIR || '.data/bench');
  fs.mkdirSync(dataDir, { recursive: true });
  const database = await startEmbedded({ dataFolder: dataDir });
  try {
    const env = { ...process.env, ANJU_DATA_DIR: dataDir, DATABASE_URL: database.url, ANJU_EMBEDDED: '1' };
    await fillOnce({ env, households: HOUSEHOLDS, mark: path.join(dataDir, 'bench-filled') });
    if (process.argv.includes('--imports')) {
      const { measureImports } = await import('./bench/imports/measure-imports.mjs');
      const words = process.argv.slice(2);
      return await measureImports({ env, dataDir, households: HOUSEHOLDS, database, words });
    }
    if (process.argv.includes('--warnings')) {
      const { measureWarnings } = await import('./bench/warnings.mjs');
      return await whileServing(env, (url) => measureWarnings({ url, database }));
    }
    if (process.argv.includes('--statistics')) return await benchStatistics(env, database);
    const { measureAll } = await import('./bench/measure-all.mjs');
    return await whileServing(env, (url) => measureAll({ url, database, words: process.argv.slice(2) }));
  } finally {
    await database.stop();
  }
});

async function benchStatistics(env, database) {
  const { measureStatistics } = await import('./bench/statistics.mjs');
  const { withNation } = await import('./bench/nation.mjs');
  const province = await whileServing(env, (url) => measureStatistics({ url, database }));
  return Math.max(province, await withNation());
}

async function benchEntry() {
  await buildWhenNeeded();
  const { measureEntry } = await import('./bench/entry.mjs');
  return withDemonstration(measureEntry);
}
