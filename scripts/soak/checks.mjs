import fs from 'node:fs';
import path from 'node:path';
import { queryRows } from './owner.mjs';

/** Compares what the clerks were told with what the node holds; tells each difference. */
export async function checkNode(node, households, tally) {
  await checkRecords(node, households, tally);
  await checkStatistics(node, tally);
  await checkJournal(node, tally);
  await checkFiles(node, tally);
}

async function checkRecords(node, households, tally) {
  const rows = await queryRows(
    node.databaseUrl,
    `select h.id, h.version, h.remark, s.appraiser,
            array(select e.id from evidences e where e.household_id = h.id and e.deleted_at is null order by e.id) as photos
       from households h left join safeguards s on s.household_id = h.id where h.id = any ($1)`,
    [households.map(({ id }) => id)],
  );
  const held = new Map(rows.map((row) => [row.id, row]));
  for (const { id, version, state } of households) {
    const expected = { id, version, remark: state.remark, appraiser: state.appraiser, photos: ordered(state.photos) };
    const found = held.get(id);
    if (!found || JSON.stringify({ ...found, photos: ordered(found.photos) }) !== JSON.stringify(expected))
      tally.violated(`lost: ${JSON.stringify(expected)} was acknowledged, the database holds ${JSON.stringify(found)}`);
  }
}

async function checkStatistics(node, tally) {
  const differences = await queryRows(node.databaseUrl, 'select * from anju.statistics_differences()');
  for (const row of differences) tally.violated(`statistics differ from a recount: ${JSON.stringify(row)}`);
}

/** Each acknowledged save left its row exactly once: nothing is missing, nothing was applied twice. */
async function checkJournal(node, tally) {
  const rows = await queryRows(
    node.databaseUrl,
    `select request, subject_table, action, count(*)::int as times from anju.journal where request is not null group by 1, 2, 3`,
  );
  const times = new Map(rows.map((row) => [`${row.request} ${row.subject_table} ${row.action}`, row.times]));
  for (const { name, request, table, action } of tally.saves()) {
    const found = times.get(`${request} ${table} ${action}`) ?? 0;
    if (found !== 1) tally.violated(`${name} ${request}: ${found} rows in the journal instead of 1`);
  }
}

async function checkFiles(node, tally) {
  const swept = await node.run('sweep.mjs');
  if (swept.code !== 0) tally.violated(`the sweep failed: ${swept.printed}`);
  const [{ id }] = await queryRows(node.databaseUrl, 'select id from anju.node');
  const rows = await queryRows(
    node.databaseUrl,
    'select storage_key as key from evidences union all select thumbnail_key from evidences where thumbnail_key is not null',
  );
  const named = new Set(rows.map(({ key }) => key));
  const kept = new Set(filesBelow(path.join(node.dataFolder, 'evidence', id)));
  for (const key of named) if (!kept.has(key)) tally.violated(`a row without its file: ${key}`);
  for (const key of kept) if (!named.has(key)) tally.violated(`a file without its row: ${key}`);
}

function filesBelow(root) {
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((key) => !key.startsWith('.orphans/'));
}

function ordered(ids) {
  return [...ids].sort((one, other) => one - other);
}
