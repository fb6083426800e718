import type { Knex } from 'knex';

/** The values of the columns that were added to households, of one household. */
export async function householdExtras(
  db: Knex,
  id: number,
  columns: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const row = await db('households')
    .select<Record<string, unknown>[]>([...columns])
    .where({ id })
    .first();
  return row ?? {};
}

/** Writes columns that were added to households. */
export async function writeHouseholdExtras(
  db: Knex,
  id: number,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  await db('households').where({ id }).update(values);
}
