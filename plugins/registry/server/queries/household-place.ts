import type { Knex } from 'knex';
import type { HouseholdCursor } from './household-rows';

/** Where a household stands in region order; undefined when it does not exist or lies outside the scope. */
export async function householdPlace(db: Knex, id: number): Promise<HouseholdCursor | undefined> {
  const row: HouseholdCursor | undefined = await db('households')
    .select({ regionCode: 'region_code' }, 'id')
    .where({ id })
    .first();
  return row;
}
