import type { Knex } from 'knex';

/** Names of regions by their codes. */
export async function regionNames(db: Knex, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db('regions').select<{ code: string; name: string }[]>('code', 'name').whereIn('code', codes);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
