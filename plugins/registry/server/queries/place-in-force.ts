import type { Knex } from 'knex';

/** The township or village that a code stands for today: its own, or the one that took the place of a retired one. */
export async function placeInForce(db: Knex, code: string): Promise<string | undefined> {
  const row = await db('regions')
    .select<{ code: string; merged_into: string | null }[]>('code', 'merged_into')
    .where({ code })
    .where('level', '>=', 4)
    .first();
  return row && (row.merged_into ?? row.code);
}
