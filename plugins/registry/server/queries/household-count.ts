import type { HouseholdFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import { householdSearch } from './household-search';

/** How many households match, counted no further than `most + 1`. */
export async function householdCount(
  db: Knex,
  filter: HouseholdFilter,
  reach: 'county' | 'wider',
  most: number,
): Promise<number> {
  const search = householdSearch(db, filter, reach);
  const matches = search.query
    .select(search.id)
    .limit(most + 1)
    .as('matches');
  const row = await db.from(matches).count<{ count: string }[]>('*').first();
  return Number(row?.count ?? 0);
}
