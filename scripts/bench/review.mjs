import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../embedded-postgres.mjs';
import { ROOT } from '../places.mjs';
import { whileServing } from '../start/while-serving.mjs';
import { quantile } from './figures.mjs';
import { fillWithDemonstration } from './filled.mjs';
import { measureJournal } from './journal-seals.mjs';
import { ask, askRepeatedly } from './requests.mjs';
import { fillReviews, REVIEWER, WAITING } from './review-county.mjs';
import { measureNames } from './sign-in-names.mjs';
import { signedIn } from './signed-in.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

const CONNECTIONS = 8;
const SECONDS = 6;
/** As measureAll: caches, plans and compilers need some hundred requests of a path. */
const WARMING_SECONDS = 6;
const APPROVED = 10_000;
const BARS = { pageP95: 60, batchSeconds: 10 };

/**
 * `npm run bench -- --review`: a county with 30,000 households that wait for its reviewer, 1,000,000 journal entries, and 200 tries to
 * sign in each under known and unknown names, in a throw-away database.
 * @returns {Promise<number>} 1 when a bar is not kept
 */
export async function measureReview() {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-bench-review-'));
  const database = await startEmbedded({ dataFolder: dataDir });
  const owner = new Client({ connectionString: database.url });
  try {
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      ANJU_DATA_DIR: dataDir,
      ANJU_EMBEDDED: '1',
      ANJU_TRUST_PROXY: '1',
    };
    console.log('正在准备一个县的演示数据……');
    await fillWithDemonstration(env);
    await owner.connect();
    await fillReviews(owner);
    const kept = [await measureJournal(owner)];
    await whileServing(env, async (url) => {
      kept.push(await measureQueue(url), await measureBatch(url), await measureNames(url, owner));
    });
    return kept.every(Boolean) ? 0 : 1;
  } finally {
    await owner.end();
    await database.stop();
    // Where PostgreSQL's user cannot reach it, the database lies elsewhere.
    for (const folder of [dataDir, database.folder]) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The sign-in goes through the proxy that this application trusts. */
function reviewer(url) {
  return signedIn(url, REVIEWER, { 'x-forwarded-proto': 'https' });
}

/** The page that a reviewer of the county opens, with its total; also the last one that can be jumped to. */
async function measureQueue(url) {
  const headers = await reviewer(url);
  const pages = ['[0,49]', '[9900,9949]'];
  let step = 0;
  const load = (seconds) =>
    askRepeatedly({
      base: url,
      connections: CONNECTIONS,
      seconds,
      next: () => ({ path: `/api/registry/reviews?range=${pages[step++ % 10 === 9 ? 1 : 0]}`, headers }),
    });
  await load(WARMING_SECONDS);
  const { latencies } = await load(SECONDS);
  const [p50, p95] = [0.5, 0.95].map((share) => quantile(latencies, share));
  console.log(
    `queue page of ${WAITING} waiting, ${CONNECTIONS} connections, ${latencies.length} pages: ` +
      `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (bar ${BARS.pageP95} ms)`,
  );
  return p95 <= BARS.pageP95;
}

/** Approves part by part, as the page does, until 10,000 are through. */
async function measureBatch(url) {
  const headers = await reviewer(url);
  const begun = performance.now();
  let approved = 0;
  let after = null;
  let parts = 0;
  while (approved < APPROVED) {
    const body = { filter: {}, action: 'approve', includeWarned: true, ...(after && { after }) };
    const answer = await ask(undefined, url, { method: 'POST', path: '/api/registry/reviews/batch', headers, body });
    approved += answer.approved;
    after = answer.next;
    parts += 1;
    if (after === null) break;
  }
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `batch approval of ${approved} in ${parts} parts: ${seconds.toFixed(1)} s (bar ${BARS.batchSeconds} s for ${APPROVED})`,
  );
  return approved >= APPROVED && seconds <= BARS.batchSeconds;
}
