import type { Knex } from 'knex';

/** A comparison of the cells with the households. */
export interface Recounted {
  readonly at: Date;
  readonly differences: number;
}

/** The last recount that covered a region; undefined before the first did. */
export async function lastRecount(db: Knex, region: string): Promise<Recounted | undefined> {
  const { rows } = await db.raw<{ rows: Recounted[] }>(
    'select at, differences from anju.stat_recount where starts_with(:region, place) order by at desc limit 1',
    { region },
  );
  return rows[0];
}

/** Remembers a recount of the caller's region. */
export async function noteRecount(db: Knex, differences: number): Promise<void> {
  await db.raw('select anju.note_recount(?)', [differences]);
}

/** Counts the whole node anew when that is due; a province takes longer than a request's usual limit. */
export async function recountWhenDue(db: Knex): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw(`set local statement_timeout = '30min'`);
    await trx.raw('select anju.recount_when_due()');
  });
}
