import type { Knex } from 'knex';

/** Rebuilds every cell of the node; a whole province takes longer than a request's usual limit. */
export async function rebuildStatistics(db: Knex): Promise<void> {
  await db.raw(`set local statement_timeout = '10min'`);
  await db.raw('select anju.recount_statistics()');
}
