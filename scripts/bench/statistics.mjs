import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';
import { quantile } from './figures.mjs';
import { askRepeatedly } from './requests.mjs';
import { signedIn } from './signed-in.mjs';
import { statisticsSavers } from './statistics-savers.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

const TABLES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9'];
const SAVES_MEASURED = 200;

/**
 * The statistics of the database that the application serves: tables by level, what a save pays, savers of one county, the full
 * recount, workbooks. Prints each figure beside its bar; answers 1 when one is missed.
 * @param {{ url: string, database: { url: string, folder: string } }} run
 */
export async function measureStatistics({ url, database }) {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  try {
    const [{ n }] = await rowsOf(owner, `select sum(n)::int as n from anju.stat_cell where level = 1 and metric = 'N'`);
    console.log(`${n} households`);
    const headers = await signedIn(url, 'demo-province');
    const levels = await fullestRegions(owner);
    const kept = [
      ...(await measureTables({ url, headers, levels, bar: 50 })),
      await measureSave(owner),
      ...(await statisticsSavers({ owner, database, county: levels.county })),
      await measureRecount(owner),
      ...(await measureWorkbooks(url, headers)),
    ];
    return kept.every(Boolean) ? 0 : 1;
  } finally {
    await owner.end();
  }
}

/** Tables of the nation, over cells of every township in the country. */
export async function measureNation({ url, database }) {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  try {
    const levels = { nation: '', ...(await fullestRegions(owner)) };
    const kept = await measureTables({
      url,
      headers: await signedIn(url, 'demo-province'),
      levels,
      bar: 150,
    });
    return kept.every(Boolean) ? 0 : 1;
  } finally {
    await owner.end();
  }
}

/** Median and 95th percentile of each level over all nine tables, one request at a time. */
async function measureTables({ url, headers, levels, bar }) {
  const results = [];
  for (const [level, region] of Object.entries(levels)) {
    let turn = 0;
    const next = () => ({
      path: `/api/statistics/tables/${TABLES[(turn += 1) % TABLES.length]}?region=${region}`,
      headers,
    });
    await askRepeatedly({ base: url, connections: 1, seconds: 1, next });
    const { latencies } = await askRepeatedly({ base: url, connections: 1, seconds: 6, next });
    results.push(
      said(
        `table, ${level} ${region || '全国'}`,
        quantile(latencies, 0.95),
        bar,
        `ms p95 (p50 ${shown(quantile(latencies, 0.5))})`,
      ),
    );
  }
  return results;
}

/** What the statistics' triggers take of a save, as EXPLAIN says it; each save is rolled back. */
async function measureSave(owner) {
  const ids = await rowsOf(
    owner,
    `select household_id from safeguards where kind = 'originalSafe' order by household_id limit ${SAVES_MEASURED}`,
  );
  const times = [];
  for (const { household_id: id } of ids) {
    await owner.query('begin');
    const before = await triggerTime(owner, `update households set remark = 'bench' where id = ${id}`);
    const after = await triggerTime(
      owner,
      `update safeguards set kind = 'otherMeans', other_means_type = 'renting' where household_id = ${id}`,
    );
    await owner.query('rollback');
    times.push(before + after);
  }
  return said(
    'a save’s statistics',
    quantile(times.slice(20), 0.95),
    1,
    `ms p95 (p50 ${shown(quantile(times.slice(20), 0.5))})`,
  );
}

async function triggerTime(owner, statement) {
  const [row] = await rowsOf(owner, `explain (analyze, format json) ${statement}`);
  const [{ Triggers: triggers }] = row['QUERY PLAN'];
  return triggers
    .filter((trigger) => trigger['Trigger Name'].startsWith('statistics_'))
    .reduce((sum, trigger) => sum + trigger.Time, 0);
}

async function measureRecount(owner) {
  await owner.query(`set statement_timeout = '30min'`);
  const begun = performance.now();
  const differences = await rowsOf(owner, 'select * from anju.statistics_differences()');
  const compared = (performance.now() - begun) / 1000;
  await owner.query('select anju.recount()');
  const seconds = (performance.now() - begun) / 1000;
  if (differences.length > 0) console.log(`  ${differences.length} differences`, differences.slice(0, 3));
  return (
    said('full recount', seconds, 120, `s (comparing ${shown(compared)} s, ${differences.length} differences)`) &&
    differences.length === 0
  );
}

async function measureWorkbooks(url, headers) {
  const results = [];
  for (const [name, rows] of [
    ['nine tables', 'children'],
    ['nine tables of all counties', 'counties'],
  ]) {
    const begun = performance.now();
    const answer = await fetch(`${url}/api/statistics/tables/all/workbook?rows=${rows}`, { headers });
    const bytes = (await answer.arrayBuffer()).byteLength;
    if (!answer.ok) throw new Error(`workbook: ${answer.status}`);
    results.push(
      said(`workbook of ${name}`, (performance.now() - begun) / 1000, 3, `s (${Math.round(bytes / 1024)} KB)`),
    );
  }
  return results;
}

/** The fullest region of each level, along one path from the province down. */
async function fullestRegions(owner) {
  const names = ['province', 'city', 'county', 'township', 'village'];
  const levels = {};
  let parent = '';
  for (const [index, name] of names.entries()) {
    const [row] = await rowsOf(
      owner,
      `select code from anju.stat_cell where level = ${index + 1} and parent = '${parent}' and metric = 'N' and source = 'registry' order by n desc limit 1`,
    );
    if (!row) return levels;
    levels[name] = row.code;
    parent = row.code;
  }
  return levels;
}

async function rowsOf(client, sql) {
  return (await client.query(sql)).rows;
}

/** Prints a figure beside its bar and answers whether it is kept. */
function said(name, value, bar, unit) {
  const kept = value <= bar;
  console.log(`${kept ? 'ok  ' : 'MISS'} ${name}: ${shown(value)} ${unit}, bar ${bar}`);
  return kept;
}

function shown(value) {
  return value.toFixed(2);
}
