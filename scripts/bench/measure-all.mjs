import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';
import { appPid } from './app-pid.mjs';
import { cpuSeconds } from './cpu.mjs';
import { quantile } from './figures.mjs';
import { startFloor } from './floor-process.mjs';
import { COUNTY, floorRoutes, hotPaths } from './paths.mjs';
import { printed, writeReport } from './report.mjs';
import { askRepeatedly } from './requests.mjs';
import { savers } from './savers.mjs';
import { signedIn } from './signed-in.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

const CONNECTIONS = 8;
const ROUNDS = 4;
const SECONDS = 3;
/** Every connection plans its statements, and the compilers of both sides need some thousand requests: after 6 s a save still took a third more than after 15. */
const WARMING_SECONDS = 15;
/** A path that has no floor is a statistics table like the one before it. */
const WARMING_AGAIN_SECONDS = 6;

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
      writeReport(results, await savers({ url, facts, database, headers: await signedIn(url, 'demo-clerk') }));
    return results.some(({ kept }) => kept === false) ? 1 : 0;
  } finally {
    await owner.query('drop schema if exists bench cascade');
    await owner.end();
  }
}

async function measurePaths({ url, database, facts, only }) {
  const floor = await startFloor({ databaseUrl: database.url, connections: CONNECTIONS, routes: await floorRoutes() });
  const postmaster = Number.parseInt(fs.readFileSync(path.join(database.folder, 'data/postmaster.pid'), 'utf8'), 10);
  const app = appPid();
  let both = await bothSignedIn(url);
  const tokens = { clerk: () => both.clerk, province: () => both.province };
  const results = [];
  try {
    for (const hot of hotPaths({ ...facts, tokens })) {
      if (only !== undefined && !hot.name.includes(only)) continue;
      both = await bothSignedIn(url); // an access token lasts ten minutes
      results.push(await measure(hot, { url, app, floor, postmaster }));
      console.log(printed(results.at(-1)));
    }
    return results;
  } finally {
    floor.stop();
  }
}

async function measure(hot, { url, app, floor, postmaster }) {
  const sides = {
    app: { base: url, next: hot.app, roots: [app, postmaster] },
    ...(hot.floor && {
      floor: {
        base: floor.url,
        next: (connection) => ({ ...hot.floor(connection), headers: floor.headers }),
        roots: [floor.pid, postmaster],
      },
    }),
    ...(hot.without && { floor: { base: url, next: hot.without, roots: [app, postmaster] } }),
  };
  const sums = { app: emptySum(), floor: emptySum() };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [side, { base, next, roots }] of Object.entries(sides)) {
      const before = cpuSeconds(roots);
      const { latencies, seconds } = await askRepeatedly({
        base,
        connections: CONNECTIONS,
        seconds: round > 0 ? SECONDS : hot.floor ? WARMING_SECONDS : WARMING_AGAIN_SECONDS,
        next,
      });
      if (round === 0) continue;
      const sum = sums[side];
      sum.latencies.push(...latencies);
      sum.seconds += seconds;
      sum.cpu += cpuSeconds(roots) - before;
    }
  }
  return judged(hot, figures(sums.app), (hot.floor ?? hot.without) && figures(sums.floor));
}

function emptySum() {
  return { latencies: [], seconds: 0, cpu: 0 };
}

function figures({ latencies, seconds, cpu }) {
  const many = latencies.length;
  const [p50, p95] = [quantile(latencies, 0.5), quantile(latencies, 0.95)];
  return { p50, p95, perSecond: many / seconds, cpuMs: (cpu * 1000) / many };
}

function judged(hot, app, floor) {
  const ratio = floor && app.cpuMs / floor.cpuMs;
  const judgements = [
    hot.bar !== undefined && ratio <= hot.bar,
    hot.differenceBar !== undefined && app.cpuMs - floor.cpuMs <= hot.differenceBar,
    hot.cpuBar !== undefined && app.cpuMs <= hot.cpuBar,
    hot.p95Bar !== undefined && app.p95 <= hot.p95Bar,
  ];
  return { hot, app, floor, ratio, kept: judgements.some(Boolean) };
}

async function bothSignedIn(url) {
  return { clerk: await signedIn(url, 'demo-clerk'), province: await signedIn(url, 'demo-province') };
}

/** Households and numbers of the clerk's county, and a table without triggers for the floor's bare update. */
async function benchFacts(owner) {
  const { rows: households } = await owner.query(
    `select h.id, h.version from households h left join safeguards s on s.household_id = h.id
     where h.region_code >= $1 and h.region_code < $2 and s.kind is distinct from 'renovation' order by md5(h.id::text) limit 8000`,
    [COUNTY, String(Number(COUNTY) + 1)],
  );
  const { rows: archived } = await owner.query(
    `select h.id, h.version from households h join safeguards s on s.household_id = h.id join renovations a on a.id = s.renovation_id
     where h.region_code >= $1 and h.region_code < $2 and a.region_code >= $1 and a.region_code < $2
       and a.renovation_mode <> 'newBuildNoHouse' and a.completion_date > '2019-03-02'
     order by md5(h.id::text) limit 2000`,
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
  return { households, archived, keys: keys.map((row) => row.id_key) };
}
