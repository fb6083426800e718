import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';
import { quantile } from './figures.mjs';
import { sampleWaits, superuserUrl } from './lock-waits.mjs';
import { saveOf, savedBy } from './paths.mjs';
import { askRepeatedly } from './requests.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

const SAVERS = 32;
const SECONDS = 15;

/** 32 savers of one county at once: saves a second, and the lock waits that sampling finds, by what they wait for. */
export async function savers({ url, facts, database, headers }) {
  const watcher = new Client({ connectionString: superuserUrl(database) });
  await watcher.connect();
  let saving = true;
  const waits = sampleWaits(watcher, () => saving);
  let step = 0;
  const { latencies, seconds } = await askRepeatedly({
    base: url,
    connections: SAVERS,
    seconds: SECONDS,
    next: (connection) => saveOf(savedBy(facts.households, connection, step++), headers),
  });
  saving = false;
  const found = await waits;
  await watcher.end();
  return { perSecond: latencies.length / seconds, p95: quantile(latencies, 0.95), ...found };
}
