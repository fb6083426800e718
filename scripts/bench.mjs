import fs from 'node:fs';
import path from 'node:path';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { runScript, runToEnd } from './child-process.mjs';
import { startEmbedded } from './embedded-postgres.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { ROOT } from './places.mjs';
import { withDemonstration } from './screens/demonstration.mjs';
import { whileServing } from './start/while-serving.mjs';

const HOUSEHOLDS = '2000000';

/**
 * `npm run bench`: hot paths of the running application beside the same SQL through bare node:http and pg, on a province
 * of 2,000,000 households in ANJU_DATA_DIR (`.data/bench`), made at the first run and used again after it.
 */
runScript(async () => {
  await installWhenNeeded();
  await buildWhenNeeded(['plugins', 'cms']);
  if (process.argv.includes('--entry')) return benchEntry();
  const dataDir = path.resolve(ROOT, process.env.ANJU_DATA_DIR || '.data/bench');
  fs.mkdirSync(dataDir, { recursive: true });
  const database = await startEmbedded({ dataFolder: dataDir });
  try {
    const env = { ...process.env, ANJU_DATA_DIR: dataDir, DATABASE_URL: database.url, ANJU_EMBEDDED: '1' };
    await fillOnce(env, path.join(dataDir, 'bench-filled'));
    const { measureAll } = await import('./bench/measure-all.mjs');
    return await whileServing(env, (url) => measureAll({ url, database, words: process.argv.slice(2) }));
  } finally {
    await database.stop();
  }
});

async function fillOnce(env, mark) {
  if (fs.existsSync(mark)) return;
  console.log(`正在装入 ${HOUSEHOLDS} 户演示数据（只在第一次）……`);
  const demo = path.join(ROOT, 'cms/dist/src/commands/demo.js');
  const { code } = await runToEnd(process.execPath, [demo, '--households', HOUSEHOLDS], { env });
  if (code !== 0) throw new Error('演示数据没有备好，原因见上。');
  fs.writeFileSync(mark, '');
}

async function benchEntry() {
  await buildWhenNeeded();
  const { measureEntry } = await import('./bench/entry.mjs');
  return withDemonstration(measureEntry);
}
