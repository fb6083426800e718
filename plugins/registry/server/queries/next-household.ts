import type { HouseholdFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import type { HouseholdCursor } from './household-rows';
import { householdSearch } from './household-search';

/** The first household after a place in region order that nobody has recognised or explained as departed. */
export async function nextHousehold(
  db: Knex,
  filter: HouseholdFilter,
  reach: 'county' | 'wider',
  after: HouseholdCursor | undefined,
  skip: readonly number[],
): Promise<HouseholdCursor | undefined> {
  const { query, region, id } = householdSearch(db, { ...filter, recognised: false, departed: false }, reach);
  if (after) {
    query.where(region, '>=', after.regionCode);
    query.whereRaw('(?? > ? or ?? > ?)', [region, after.regionCode, id, after.id]);
  }
  return query.whereNotIn(id, skip).select<HouseholdCursor[]>({ regionCode: region, id }).orderBy([region, id]).first();
}
