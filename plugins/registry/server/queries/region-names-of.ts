import type { Knex } from 'knex';

/** The names of regions by their codes. */
export async function regionNamesOf(db: Knex, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db('regions')
    .select<{ code: string; name: string }[]>('code', 'name')
    .whereIn('code', [...codes]);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
