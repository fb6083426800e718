import type { Knex } from 'knex';
import type { HouseholdCursor } from './household-rows';

/** Where a household stands in region order; undefined when it does not exist or lies outside the scope. */
export async function householdPlace(db: Knex, id: number): Promise<HouseholdCursor | undefined> {
  return db('households').select<HouseholdCursor[]>({ regionCode: 'region_code', id: 'id' }).where({ id }).first();
}
