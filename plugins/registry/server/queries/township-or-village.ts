import type { Knex } from 'knex';

/** Whether a region with this code is in force, at township level or below. */
export async function isTownshipOrVillage(db: Knex, code: string): Promise<boolean> {
  const row = await db('regions')
    .select<{ code: string }[]>('code')
    .where({ code })
    .where('level', '>=', 4)
    .whereNull('merged_into')
    .first();
  return row !== undefined;
}
