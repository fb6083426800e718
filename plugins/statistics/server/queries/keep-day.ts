import type { Knex } from 'knex';

/** Keeps the counts of every region as those of today, where they changed. */
export async function keepDay(db: Knex): Promise<void> {
  await db.raw('select anju.keep_statistics_day()');
}
