import type { Knex } from 'knex';

/** Counts a look at a full number by the caller; seconds to wait, 0 when it may go on. */
export async function countReveal(db: Knex, most: number, seconds: number): Promise<number> {
  const { rows } = await db.raw<{ rows: { wait: number }[] }>('select anju.count_reveal(?, ?) as wait', [
    most,
    seconds,
  ]);
  return rows[0]?.wait ?? 0;
}
