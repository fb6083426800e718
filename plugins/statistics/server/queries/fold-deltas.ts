import type { Knex } from 'knex';

/** Folds up to `limit` of the oldest deltas into the cells; answers how many. */
export async function foldDeltas(db: Knex, limit: number): Promise<number> {
  const result = await db.raw<{ rows: { folded: string }[] }>('select anju.compact_statistics(?) as folded', [limit]);
  return Number(result.rows[0]?.folded ?? 0);
}
