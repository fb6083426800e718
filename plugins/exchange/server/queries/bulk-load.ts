import type { Client } from 'pg';
import { dropLoadObstacles, type LoadObstacles, restoreLoadObstacles } from './load-obstacles';

/** Tables that a bulk load fills, parents first. */
export const BULK_TABLES = [
  'households',
  'members',
  'renovations',
  'relocation_entries',
  'safeguards',
  'evidences',
] as const;
export type BulkTable = (typeof BULK_TABLES)[number];

/**
 * Opens the owner's bulk load: the tables' own triggers, indexes and foreign keys rest until `closeBulkLoad`, or until
 * the rollback. Kept row by row they cost more than half of a load of two million households.
 */
export async function openBulkLoad(client: Client): Promise<LoadObstacles> {
  await client.query('begin');
  for (const table of BULK_TABLES) await client.query(`alter table public.${table} disable trigger user`);
  return dropLoadObstacles(client, BULK_TABLES);
}

/** Restores indexes, keys and triggers, moves the sequences behind the loaded ids, recounts the statistics, records the lists and commits. */
export async function closeBulkLoad(client: Client, obstacles: LoadObstacles): Promise<void> {
  await restoreLoadObstacles(client, obstacles);
  for (const table of BULK_TABLES) {
    await client.query(`alter table public.${table} enable trigger user`);
    await client.query(
      `select setval(pg_get_serial_sequence('public.${table}', 'id'), (select coalesce(max(id), 0) + 1 from public.${table}), false)`,
    );
  }
  // The counts and the warnings below are planned by what the tables hold now.
  await client.query(`analyze ${BULK_TABLES.map((table) => `public.${table}`).join(', ')}`);
  await client.query('select anju.recount(), anju.settle_unlinked(null)');
  await recordLists(client);
  await client.query('commit');
}

/**
 * The lists that the load stands for, with the counties they speak for. No trigger told the warnings of what came in, so that the commit of
 * these batches runs all rules.
 */
async function recordLists(client: Client): Promise<void> {
  await client.query(`select set_config('anju.batch', 'load', true)`);
  await client.query('select anju.warnings_touched_widely()');
  await client.query(
    `insert into anju.import_batch (kind, region_code, file_name, counts, counties)
     select list.kind, min(left(h.region_code, 2)), '演示数据', json_build_object('rows', list.rows), array_agg(distinct left(h.region_code, 6))
     from households h cross join (values
       ('household', (select count(*) from members)), ('relocation', (select count(*) from relocation_entries)),
       ('renovation', (select count(*) from renovations))) as list (kind, rows)
     group by list.kind, list.rows`,
  );
}

/** Whether any household is registered. */
export async function hasHouseholds(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select exists (select from public.households) as found');
  return rows[0]?.found === true;
}
