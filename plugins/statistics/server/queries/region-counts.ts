import { type HouseholdSource, type MetricCounts, SUBSIDY_METRIC } from '@anju/domain';
import type { Knex } from 'knex';
import { regionBounds } from './region-bounds';
import { textArray } from './text-array';

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
  const result = await db.raw<{ rows: CountedRegion[] }>(
    countsSql(textArray(sources), textArray(metrics)),
    regionBounds(region),
  );
  return result.rows;
}

// A region merged into another is shown only while households are still bound to it.
const countsSql = (sources: string, metrics: string) => `
with recent as materialized (
  select case when length(region_code) >= :childLength then left(region_code, :childLength) end as child, metric, sum(n) as n,
    sum(amount) as amount
  from anju.stat_delta
  where region_code >= :lo and region_code < :hi and source = any (${sources}) and metric = any (${metrics})
  group by 1, 2
), entry as (
  select code, metric, n, amount from anju.stat_cell
  where level = :childLevel and parent = :region and source = any (${sources}) and metric = any (${metrics})
  union all
  select :region, metric, n, amount from anju.stat_cell
  where level = :level and parent = :parent and (code = :region or :region = '')
    and source = any (${sources}) and metric = any (${metrics})
  union all
  select child, metric, n, amount from recent where child is not null
  union all
  select :region, metric, n, amount from recent
), counted as (
  select code, metric, case metric when '${SUBSIDY_METRIC}' then sum(amount) else sum(n) end as value from entry group by code, metric
), region_counted as (
  select code, json_object_agg(metric, value) as counts from counted where value <> 0 group by code
)
select code, coalesce(region.name, code) as name, coalesce(counts, '{}') as counts, statement_timestamp() as as_of
from (select code, name, merged_into from regions where parent_code = :region or code = :region) region
full join region_counted using (code)
where merged_into is null or counts is not null or code = :region
order by code`;
