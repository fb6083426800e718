import type { HouseholdSource } from '@anju/domain';
import type { Knex } from 'knex';
import { regionBounds } from './region-bounds';
import type { CountedRegion } from './region-counts';
import { textArray } from './text-array';

/** The first day of which counts are kept for a region; for the nation, for any province. Null before the first was. */
export async function firstKeptDay(db: Knex, region: string): Promise<string | null> {
  const { rows } = await db.raw<{ rows: { day: string | null }[] }>(
    `select min(day)::text as day from anju.stat_day
     where counts is not null and (region_code = :region or (:region = '' and length(region_code) = 2))`,
    { region },
  );
  return rows[0]?.day ?? null;
}

/**
 * What a region and the regions below it counted at the end of a day, in code order, by the regions and names of that day. `rows`: its
 * children, or the cities and all counties of a province.
 */
export async function dayCounts(
  db: Knex,
  asked: { readonly region: string; readonly day: string; readonly rows: 'children' | 'counties' },
  sources: readonly HouseholdSource[],
  metrics: readonly string[],
): Promise<CountedRegion[]> {
  const { lo, hi, level } = regionBounds(asked.region);
  const { rows } = await db.raw<{ rows: CountedRegion[] }>(
    dayCountsSql(asked.rows, textArray(sources), textArray(metrics)),
    { region: asked.region, day: asked.day, lo, hi, level },
  );
  return rows;
}

const COUNTY_LEVEL = 3;

const PLACES = {
  children: `(parent_code = :region or code = :region)`,
  counties: `code >= :lo and code < :hi and level between :level and ${COUNTY_LEVEL}`,
};

const dayCountsSql = (rows: 'children' | 'counties', sources: string, metrics: string) => `
with place as (
  select code, coalesce((select f.name from anju.region_former_name f where f.code = r.code and f.until > :day order by f.until limit 1), r.name) as name
  from regions r
  where ${PLACES[rows]} and (valid_from is null or valid_from <= :day) and (valid_to is null or valid_to > :day)
), kept as (
  select place.code, latest.counts
  from place cross join unnest(${sources}) source (key)
  cross join lateral (select counts from anju.stat_day where region_code = place.code and source = source.key and day <= :day
    order by day desc limit 1) latest
), entry as (
  select code, metric.key as metric, metric.value::numeric as value from kept cross join lateral jsonb_each_text(counts) metric
  where metric.key = any (${metrics})
), counted as (
  select code, metric, sum(value) as value from entry group by 1, 2
  union all
  -- The nation keeps no counts of its own: it is the sum of the provinces'.
  select '', metric, sum(value) from entry where :region = '' group by 1, 2
)
select place.code, place.name, coalesce((select json_object_agg(metric, value) from counted where counted.code = place.code), '{}') as counts,
  cast(cast(:day as date) + 1 as timestamp) at time zone 'Asia/Shanghai' as as_of
from place order by place.code`;
