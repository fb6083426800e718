import type { HouseholdSource, MetricCounts } from '@anju/domain';
import type { Knex } from 'knex';
import { regionBounds } from './region-bounds';
import { textArray } from './text-array';

/** Counts of one region as a whole: cells and deltas of one snapshot. */
export async function regionTotal(
  db: Knex,
  region: string,
  sources: readonly HouseholdSource[],
  metrics: readonly string[],
): Promise<MetricCounts> {
  const result = await db.raw<{ rows: { readonly counts: MetricCounts }[] }>(
    totalSql(textArray(sources), textArray(metrics)),
    regionBounds(region),
  );
  return result.rows[0]?.counts ?? {};
}

const totalSql = (sources: string, metrics: string) => `
with entry as (
  select source, metric, n from anju.stat_cell
  where level = :level and parent = :parent and (code = :region or :region = '')
  union all
  select source, metric, n from anju.stat_delta where region_code >= :lo and region_code < :hi
), counted as (
  select metric, sum(n) as n from entry where source = any (${sources}) and metric = any (${metrics}) group by metric
)
select coalesce(json_object_agg(metric, n), '{}') as counts from counted`;
