import { type HouseholdSource, type MetricCounts, SUBSIDY_METRIC } from '@anju/domain';
import type { Knex } from 'knex';
import { regionBounds } from './region-bounds';

/** A region, what it counts by metric (the subsidy in yuan), and the moment of the count. */
export interface CountedRegion {
  readonly code: string;
  readonly name: string;
  readonly counts: MetricCounts;
  readonly as_of: Date;
}

/** Counts of a region and of each region below it, in code order: cells and deltas of one snapshot. */
export async function regionCounts(
  db: Knex,
  region: string,
  sources: readonly HouseholdSource[],
  metrics: readonly string[],
): Promise<CountedRegion[]> {
  const { lo, hi, level, parent, childLevel, childLength } = regionBounds(region);
  const place = [region, lo, hi, level, parent, childLevel, childLength];
  const result = await db.raw<{ rows: CountedRegion[] }>(COUNTS, [...place, sources, metrics, SUBSIDY_METRIC]);
  return result.rows;
}

const COUNTS = 'select code, name, counts, as_of from anju.region_counts(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
