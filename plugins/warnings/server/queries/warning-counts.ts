import { regionRange } from '@anju/domain';
import type { WarningCounts } from '@anju/domain/contracts';
import type { Knex } from 'knex';

type Counted = Omit<WarningCounts, 'regionCode'>;

/** A region's warnings by kind and state, and the rules with the lists that they lack in its counties; one statement. */
export async function warningCounts(db: Knex, regionCode: string): Promise<Counted> {
  const result = await db.raw<{ rows: { readonly counted: Counted }[] }>(COUNTS, {
    ...regionRange(regionCode),
    county: regionCode.slice(0, 6),
  });
  const counted = result.rows[0]?.counted;
  if (!counted) throw new Error('The warnings were not counted');
  return counted;
}

const COUNTS = `
with county as (
  select code from regions where level = 3 and merged_into is null and ((code >= :lo and code < :hi) or code = :county)
), sleeping as (
  select r.kind, list, (select count(*) from county where code not in (select county from anju.covered_counties(list))) as counties
  from anju.warning_rule r cross join unnest(r.needs) list
)
select json_build_object(
  'unsettled', (select count(distinct household_id) from warnings
    where region_code >= :lo and region_code < :hi and state not in ('cleared', 'dismissed', 'accepted')),
  'counts', (select coalesce(json_agg(json_build_object('kind', kind, 'state', state, 'count', n) order by kind, state), '[]')
    from (select kind, state, count(*) as n from warnings where region_code >= :lo and region_code < :hi group by kind, state) c),
  'rules', (select json_agg(json_build_object('kind', r.kind, 'enabled', r.enabled, 'sleeping', (
      select coalesce(json_agg(json_build_object('list', s.list, 'counties', s.counties, 'ofCounties', (select count(*) from county))), '[]')
      from sleeping s where s.kind = r.kind and s.counties > 0)) order by r.kind) from anju.warning_rule r),
  'lastScanAt', (select max(finished_at) from anju.warning_run),
  'fullRunHour', (select (value -> 'fullRun' ->> 'hour')::integer from anju.configuration
    where name = 'warnings' and (value -> 'fullRun' ->> 'enabled')::boolean)
) as counted`;
