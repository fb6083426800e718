import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';
import { appPid } from './app-pid.mjs';
import { quantile, secondsOf } from './figures.mjs';
import { ask, askRepeatedly } from './requests.mjs';
import { signedIn } from './signed-in.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

/** The bars hold for a province of this size. */
const BARRED_HOUSEHOLDS = 2_000_000;
const SAVES = 2000;
const ARCHIVES = 20_000;
const KINDS = ['idError', 'safeguardOverlap', 'renovationIdentity', 'evidenceMissing', 'incomplete', 'photoReuse'];

/**
 * Measures the bars of the warnings: the full run with the memory of Node, the recheck after one save, what follows an import of archives,
 * pages of the list, and the trial of each rule. Everything it writes is rolled back but for the full run's own row.
 * @param {{ url: string, database: { url: string } }} run
 */
export async function measureWarnings({ url, database }) {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  try {
    const size = await sizeOf(owner);
    console.log(
      `${size.households} 户，${size.members} 人，${size.archives} 份档案，${size.evidences} 份材料，${size.warnings} 条预警。`,
    );
    const judge = judgeOf(size.households);
    judge('full run', await fullRun(url), 120, 's');
    await recheck(owner, judge);
    await importArchives(owner, judge);
    await listPages(url, judge);
    await trials(url, judge);
    return judge.over ? 1 : 0;
  } finally {
    await owner.end();
  }
}

function judgeOf(households) {
  const judge = (name, value, bar, unit) => {
    const judged = bar !== undefined && households >= BARRED_HOUSEHOLDS;
    if (judged && value > bar) judge.over = true;
    const verdict = bar === undefined ? '' : judged ? (value <= bar ? ' ok' : ' OVER') : '（该户数不评判）';
    console.log(`${name}: ${value.toFixed(1)} ${unit}${bar === undefined ? '' : ` | bar ${bar} ${unit}`}${verdict}`);
  };
  judge.over = false;
  return judge;
}

async function sizeOf(owner) {
  const { rows } = await owner.query(`select (select count(*) from households)::int as households,
    (select count(*) from members)::int as members, (select count(*) from renovations)::int as archives,
    (select count(*) from evidences)::int as evidences, (select count(*) from warnings)::int as warnings`);
  return rows[0];
}

/** The full run as a supervisor asks for it; answers its seconds and says what Node held most. */
async function fullRun(url) {
  const headers = await signedIn(url, 'demo-province');
  const pid = appPid();
  let most = 0;
  const watching = setInterval(() => (most = Math.max(most, residentMiB(pid))), 200);
  const begun = performance.now();
  const answer = await ask(undefined, url, { method: 'POST', path: '/api/warnings/scan', headers, body: {} });
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(watching);
  console.log(`full run: ${JSON.stringify(answer)}, Node ${most.toFixed(0)} MiB (bar 1024)`);
  return seconds;
}

function residentMiB(pid) {
  const [, kibibytes] = /VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}

/** All rules for one household after another, as its save rechecks it: server time of each. */
async function recheck(owner, judge) {
  await owner.query('begin');
  await owner.query('create temp table rechecked (ms double precision) on commit drop');
  await owner.query(`do $$
    declare
      h record;
      v_start timestamptz;
    begin
      for h in select m.household_id as id, array_agg(m.id_key) filter (where m.id_key is not null) as keys from members m
        where m.household_id in (select id from households order by md5(id::text) limit ${SAVES}) group by 1 loop
        v_start := clock_timestamp();
        perform anju.recheck_warnings(array[h.id], coalesce(h.keys, '{}'), '{}', '{}', array['${KINDS.join("','")}']);
        insert into rechecked values (extract(epoch from clock_timestamp() - v_start) * 1000);
      end loop;
    end $$`);
  const { rows } = await owner.query(`select percentile_cont(0.5) within group (order by ms) as p50,
    percentile_cont(0.95) within group (order by ms) as p95, max(ms) as most from rechecked`);
  await owner.query('rollback');
  judge('recheck after one save p50', rows[0].p50, undefined, 'ms');
  judge('recheck after one save p95', rows[0].p95, 30, 'ms');
}

/**
 * A batch of archives, half of them of persons of the register, and what its commit rechecks: of a list of archives, and of a household list that is
 * the first to cover a county, where it wakes the rule about archives besides.
 */
async function importArchives(owner, judge) {
  await owner.query('begin');
  await owner.query(`select set_config('anju.batch', '1', true)`);
  const written = await secondsOf(() =>
    owner.query(`insert into renovations (region_code, head_name, id_number, poverty_type)
      select region_code, name, case when n % 2 = 0 then registry_id_number else '69' || lpad(n::text, 16, '7') end,
        (array['registeredPoor', 'subsistenceAllowance'])[1 + n % 2]
      from (select m.*, row_number() over () as n from members m where m.is_head and m.registry_id_number is not null limit ${ARCHIVES}) chosen`),
  );
  judge(`import of ${ARCHIVES} archives: written`, written, undefined, 's');
  const { rows } = await owner.query(
    `select min(code) as county from regions where level = 3 and starts_with(code, '52') and code in (select unnest(counties) from anju.import_batch)`,
  );
  await owner.query('savepoint written');
  await commitList(owner, judge, 'renovation', rows[0].county);
  await owner.query('rollback to savepoint written');
  await owner.query('update anju.import_batch set counties = array_remove(counties, $1)', [rows[0].county]);
  await commitList(owner, judge, 'household', rows[0].county);
  await owner.query('rollback');
}

async function commitList(owner, judge, kind, county) {
  await owner.query(
    `insert into anju.import_batch (kind, region_code, file_name, counts, counties) values ($1, '52', 'bench.csv', '{}', array[$2])`,
    [kind, county],
  );
  const settled = await secondsOf(() => owner.query('set constraints all immediate'));
  judge(`${ARCHIVES} archives touched: a ${kind} list's commit rechecks`, settled, 20, 's');
}

const PAGES = {
  'list page, province': ['demo-province', { state: ['open', 'rejected'] }, undefined],
  'list page, province, one kind': ['demo-province', { state: ['open', 'rejected'], kind: 'idError' }, undefined],
  'list page, province, oldest first': ['demo-province', { state: ['open', 'rejected'] }, ['openedAt', 'ASC']],
  'list page, county': ['demo-clerk', { state: ['open', 'rejected'] }, undefined],
  'list page, county, oldest first': ['demo-clerk', { state: ['open', 'rejected'] }, ['openedAt', 'ASC']],
};

async function listPages(url, judge) {
  for (const [name, [who, filter, sort]] of Object.entries(PAGES)) {
    const search = new URLSearchParams({
      filter: JSON.stringify(filter),
      range: '[0,24]',
      ...(sort && { sort: JSON.stringify(sort) }),
    });
    await page(url, judge, { name, who, path: `/api/warnings?${search}`, bar: 60 });
  }
  await page(url, judge, { name: 'counts, province', who: 'demo-province', path: '/api/warnings/counts' });
  await page(url, judge, { name: 'counts by region, province', who: 'demo-province', path: '/api/warnings/regions' });
}

async function page(url, judge, { name, who, path: address, bar }) {
  const headers = await signedIn(url, who);
  const { latencies } = await askRepeatedly({
    base: url,
    connections: 1,
    seconds: 3,
    next: () => ({ path: address, headers }),
  });
  judge(`${name} p95`, quantile(latencies, 0.95), bar, 'ms');
}

/** Each rule tried with something switched off, over the whole province. */
async function trials(url, judge) {
  const headers = await signedIn(url, 'demo-configurator');
  const changed = { idError: ['missing'], safeguardOverlap: ['renovation'], incomplete: ['notMovedIn'] };
  for (const kind of KINDS) {
    const body = { kind, enabled: true, severity: 'warning', people: 'all', off: changed[kind] ?? [] };
    const spent = await secondsOf(() =>
      ask(undefined, url, { method: 'POST', path: '/api/options/warning-rules/preview', headers, body }),
    );
    judge(`trial of ${kind}`, spent, 20, 's');
  }
}
