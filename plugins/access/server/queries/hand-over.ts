import type { HandOverAnswer } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** Gives one account's drafts and returned records to another; undefined when that one cannot take them. */
export async function handOverWork(db: Knex, from: number, to: number): Promise<HandOverAnswer | undefined> {
  const { rows } = await db.raw<{ rows: HandOverAnswer[] }>('select * from anju.hand_over(?, ?)', [from, to]);
  return rows[0];
}
