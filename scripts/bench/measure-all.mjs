import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';
import { runningFile } from '../start/taken-port.mjs';
import { cpuSeconds } from './cpu.mjs';
import { startFloor } from './floor-process.mjs';
import { COUNTY, floorRoutes, hotPaths } from './paths.mjs';
import { printed, writeReport } from './report.mjs';
import { ask, askRepeatedly } from './requests.mjs';
import { savers } from './savers.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

const CONNECTIONS = 8;
const ROUNDS = 4;
const SECONDS = 3;
const PASSWORD = 'Anju-demo-2020';

/**
 * Measures every hot path, application and floor in turns, prints the table and writes docs/benchmarks.md.
 * @param {{ url: string, database: { url: string, folder: string }, words: readonly string[] }} run `--only <text>`: paths whose name holds it
 */
export async function measureAll({ url, database, words }) {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  try {
    const facts = await benchFacts(owner);
    const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : undefined;
    const results = await measurePaths({ url, database, facts, only });
    if (only === undefined)
      writeReport(results, await savers({ url, facts, database, headers: (await signIn(url)).clerk }));
    return results.some(({ kept }) => kept === false) ? 1 : 0;
  } finally {
    await owner.query('drop schema if exists bench cascade');
    await owner.end();
  }
}

async function measurePaths({ url, database, facts, only }) {
  const floor = await startFloor({ databaseUrl: database.url, connections: CONNECTIONS, routes: await floorRoutes() });
  const postmaster = Number.parseInt(fs.readFileSync(path.join(database.folder, 'data/postmaster.pid'), 'utf8'), 10);
  const appPid = Number.parseInt(JSON.parse(fs.readFileSync(runningFile(), 'utf8')).app, 10);
  let signedIn = await signIn(url);
  const tokens = { clerk: () => signedIn.clerk, province: () => signedIn.province };
  const results = [];
  try {
    for (const hot of hotPaths({ ...facts, tokens })) {
      if (only !== undefined && !hot.name.includes(only)) continue;
      signedIn = await signIn(url); // an access token lasts ten minutes
      results.push(await measure(hot, { url, appPid, floor, postmaster }));
      console.log(printed(results.at(-1)));
    }
    return results;
  } finally {
    floor.stop();
  }
}

async function measure(hot, { url, appPid, floor, postmaster }) {
  const sides = {
    app: { base: url, next: hot.app, roots: [appPid, postmaster] },
    ...(hot.floor && {
      floor: {
        base: floor.url,
        next: (connection) => ({ ...hot.floor(connection), headers: floor.headers }),
        roots: [floor.pid, postmaster],
      },
    }),
  };
  const sums = { app: emptySum(), floor: emptySum() };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [side, { base, next, roots }] of Object.entries(sides)) {
      const before = cpuSeconds(roots);
      const { latencies, seconds } = await askRepeatedly({
        base,
        connections: CONNECTIONS,
        seconds: round === 0 ? 1 : SECONDS,
        next,
      });
      if (round === 0) continue; // warms caches and the compiler
      const sum = sums[side];
      sum.latencies.push(...latencies);
      sum.seconds += seconds;
      sum.cpu += cpuSeconds(roots) - before;
    }
  }
  return judged(hot, figures(sums.app), hot.floor && figures(sums.floor));
}

function emptySum() {
  return { latencies: [], seconds: 0, cpu: 0 };
}

function figures({ latencies, seconds, cpu }) {
  const sorted = latencies.sort((one, other) => one - other);
  const at = (share) => sorted[Math.floor(sorted.length * share)] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), perSecond: sorted.length / seconds, cpuMs: (cpu * 1000) / sorted.length };
}

function judged(hot, app, floor) {
  const ratio = floor && app.cpuMs / floor.cpuMs;
  const judgements = [
    hot.bar !== undefined && ratio <= hot.bar,
    hot.cpuBar !== undefined && app.cpuMs <= hot.cpuBar,
    hot.p95Bar !== undefined && app.p95 <= hot.p95Bar,
  ];
  return { hot, app, floor, ratio, kept: judgements.some(Boolean) };
}

async function signIn(url) {
  const one = async (identifier) => {
    const { jwt } = await ask(undefined, url, {
      method: 'POST',
      path: '/api/auth/local',
      body: { identifier, password: PASSWORD },
    });
    return { authorization: `Bearer ${jwt}` };
  };
  return { clerk: await one('demo-clerk'), province: await one('demo-province') };
}

/** Households and numbers of the clerk's county, and a table without triggers for the floor's bare update. */
async function benchFacts(owner) {
  const { rows: households } = await owner.query(
    `select h.id, h.version from households h where h.region_code >= $1 and h.region_code < $2 order by md5(h.id::text) limit 8000`,
    [COUNTY, String(Number(COUNTY) + 1)],
  );
  const { rows: keys } = await owner.query(
    `select id_key from members where region_code >= $1 and region_code < $2 and id_key is not null order by md5(id::text) limit 5000`,
    [COUNTY, String(Number(COUNTY) + 1)],
  );
  await owner.query(`drop schema if exists bench cascade; create schema bench;
    create table bench.safeguards as select * from safeguards`);
  await owner.query(
    'insert into bench.safeguards (id, household_id) select -h.id, h.id from households h where not h.recognised',
  );
  await owner.query('alter table bench.safeguards add primary key (household_id); analyze bench.safeguards');
  return { households, keys: keys.map((row) => row.id_key) };
}
