import { type HouseholdSource, SUBSIDY_METRIC } from '@anju/domain';
import type { Knex } from 'knex';
import type { CountedRegion } from './region-counts';
import { regionBounds } from './region-bounds';
import { textArray } from './text-array';

/** Counts of a province or city, of its cities and of all its counties, in code order: cells and deltas of one snapshot. */
export async function countyCounts(
  db: Knex,
  region: string,
  sources: readonly HouseholdSource[],
  metrics: readonly string[],
): Promise<CountedRegion[]> {
  const { lo, hi, level } = regionBounds(region);
  const result = await db.raw<{ rows: CountedRegion[] }>(countsSql(textArray(sources), textArray(metrics)), {
    lo,
    hi,
    level,
  });
  return result.rows;
}

const COUNTY_LEVEL = 3;

const countsSql = (sources: string, metrics: string) => `
with entry as (
  select code, metric, n, amount from anju.stat_cell
  where level between :level and ${COUNTY_LEVEL} and code >= :lo and code < :hi
    and source = any (${sources}) and metric = any (${metrics})
  union all
  select left(d.region_code, l.code_length), d.metric, d.n, d.amount
  from anju.stat_delta d join anju.stat_levels() l on l.level between :level and ${COUNTY_LEVEL} and length(d.region_code) >= l.code_length
  where d.region_code >= :lo and d.region_code < :hi and d.source = any (${sources}) and d.metric = any (${metrics})
), counted as (
  select code, metric, case metric when '${SUBSIDY_METRIC}' then sum(amount) else sum(n) end as value from entry group by code, metric
), region_counted as (
  select code, json_object_agg(metric, value) as counts from counted where value <> 0 group by code
)
select code, coalesce(region.name, code) as name, coalesce(counts, '{}') as counts, statement_timestamp() as as_of
from (select code, name, merged_into from regions
      where code >= :lo and code < :hi and level between :level and ${COUNTY_LEVEL}) region
full join region_counted using (code)
where merged_into is null or counts is not null
order by code`;
