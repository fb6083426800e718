import type { Knex } from 'knex';

interface HouseholdVersion {
  readonly region_code: string;
  readonly version: number;
}

/** Where a household stands and at which version; undefined when it does not exist or lies outside the scope. */
export async function householdVersion(db: Knex, id: number): Promise<HouseholdVersion | undefined> {
  return db('households').select<HouseholdVersion[]>('region_code', 'version').where({ id }).first();
}
