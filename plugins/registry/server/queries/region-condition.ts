import { regionRange } from '@anju/domain';
import type { Knex } from 'knex';

/** Rows of a region and all below it, by the text range that every index on region codes serves. */
export function insideRegion(query: Knex.QueryBuilder, column: string, regionCode: string): void {
  const { lo, hi } = regionRange(regionCode);
  query.where(column, '>=', lo).where(column, '<', hi);
}
