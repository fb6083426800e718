import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { runToEnd } from '../child-process.mjs';
import { startEmbedded } from '../embedded-postgres.mjs';
import { ROOT } from '../places.mjs';
import { whileServing } from '../start/while-serving.mjs';
import { measureNation } from './statistics.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Client } = require('pg');

/**
 * The tables of the whole nation: a throw-away database with cells of every township in the country, some 44,000, and of all regions
 * above them, in the proportions of the demonstration. Answers 1 when a bar is missed.
 */
export async function withNation() {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-nation-'));
  const database = await startEmbedded({ ephemeral: true });
  try {
    const env = { ...process.env, DATABASE_URL: database.url, ANJU_DATA_DIR: dataDir, ANJU_EMBEDDED: '1' };
    const filled = await runToEnd(process.execPath, [path.join(ROOT, 'tests/harness/fill-template.cjs')], { env });
    if (filled.code !== 0) throw new Error('演示数据没有备好，原因见上。');
    await fillNation(database.url);
    return await whileServing(env, (url) => measureNation({ url, database }));
  } finally {
    await database.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fillNation(url) {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await owner.query(TOWNSHIP_CELLS);
  for (const [level, length, parent] of LEVELS_ABOVE) await owner.query(cellsAbove(level, length, parent));
  // Households and cells differ here on purpose: no nightly recount may put that right.
  await owner.query(`insert into anju.stat_recount (place, differences) values ('', 0)`);
  await owner.query('vacuum analyze anju.stat_cell');
  await owner.query(`update up_users set region_code = '', level = 'ministry' where username = 'demo-province'`);
  const { rows } = await owner.query(
    'select level, count(distinct code)::int as regions, count(*)::int as cells, sum(n) filter (where metric = $1)::int as households from anju.stat_cell group by 1 order by 1',
    ['N'],
  );
  console.table(rows);
  await owner.end();
}

/** Every township counts some 700 households, shared out among the metrics as the demonstration's are. */
const TOWNSHIP_CELLS = `
  with proportion as (
    select source, metric, n::numeric / max(n) filter (where metric = 'N') over (partition by source) as share, amount / nullif(n, 0) as yuan
    from anju.stat_cell where level = 1
  ), township as (
    select code, parent_code, 100 + abs(hashtext(code)) % 1200 as households from regions
    where level = 4 and not exists (select from anju.stat_cell c where c.level = 4 and c.code = regions.code)
  )
  insert into anju.stat_cell (level, parent, code, source, metric, n, amount)
  select 4, parent_code, code, source, metric, n, coalesce(round(n * yuan, 2), 0)
  from township cross join proportion
  cross join lateral (select round(households * share * case source when 'registry' then 1 else 0.02 end)::bigint as n) counted
  where n > 0`;

const LEVELS_ABOVE = [
  [3, 6, 4],
  [2, 4, 2],
  [1, 2, 0],
];

const cellsAbove = (level, length, parent) => `
  insert into anju.stat_cell (level, parent, code, source, metric, n, amount)
  select ${level}, left(code, ${parent}), left(code, ${length}), source, metric, sum(n), sum(amount)
  from anju.stat_cell where level = ${level + 1} group by 2, 3, 4, 5
  on conflict (level, parent, code, source, metric) do update set n = excluded.n, amount = excluded.amount`;
