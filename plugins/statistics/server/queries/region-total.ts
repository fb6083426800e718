import type { HouseholdSource, MetricCounts } from '@anju/domain';
import type { Knex } from 'knex';
import { regionBounds } from './region-bounds';

/** Counts of one region as a whole: cells and deltas of one snapshot. */
export async function regionTotal(
  db: Knex,
  region: string,
  sources: readonly HouseholdSource[],
  metrics: readonly string[],
): Promise<MetricCounts> {
  const { lo, hi, level, parent } = regionBounds(region);
  const result = await db.raw<{ rows: { readonly counts: MetricCounts }[] }>(TOTAL, [
    ...[region, lo, hi, level, parent],
    sources,
    metrics,
  ]);
  return result.rows[0]?.counts ?? {};
}

const TOTAL = 'select anju.region_total(?, ?, ?, ?, ?, ?, ?) as counts';
