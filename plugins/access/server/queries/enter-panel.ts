import type { Knex } from 'knex';

/** Says for the rest of the transaction that the panel asks, by the number of its account; no region is set, so that people's tables are empty. */
export async function enterPanel(db: Knex, account: number): Promise<void> {
  await db.raw(`select set_config('anju.request', ?, true)`, [`panel:${account}`]);
}
