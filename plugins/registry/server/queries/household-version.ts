import type { Knex } from 'knex';

/** Where a household stands and at which version; undefined when it does not exist or lies outside the scope. */
export async function householdVersion(
  db: Knex,
  id: number,
): Promise<{ readonly region_code: string; readonly version: number } | undefined> {
  const row: { region_code: string; version: number } | undefined = await db('households')
    .select('region_code', 'version')
    .where({ id })
    .first();
  return row;
}
