import { regionRange } from '@anju/domain';
import type { WarningKind } from '@anju/domain';
import type { WarningRegions } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** The warnings of a region and of each of its parts, of one kind or of all; one statement, so that the parts sum to the whole. */
export async function warningRegions(
  db: Knex,
  regionCode: string,
  kind: WarningKind | undefined,
): Promise<Omit<WarningRegions, 'regionCode'>> {
  const { rows } = await db.raw<{ rows: { readonly counted: Omit<WarningRegions, 'regionCode'> }[] }>(REGIONS, {
    ...regionRange(regionCode),
    region: regionCode,
    kind: kind ?? null,
  });
  const counted = rows[0]?.counted;
  if (!counted) throw new Error('The warnings were not counted');
  return counted;
}

const TALLY = `sum(n) filter (where state in ('open', 'rejected')) as waiting,
    sum(n) filter (where state in ('proposed', 'submitted', 'forwarded')) as special,
    sum(n) filter (where state in ('accepted', 'dismissed', 'cleared')) as settled, sum(n) as all_of_them,
    min(since) filter (where state in ('open', 'rejected')) as since`;

const FIGURES = `'waiting', coalesce(t.waiting, 0), 'special', coalesce(t.special, 0), 'settled', coalesce(t.settled, 0),
    'closureRate', round(coalesce(t.settled, 0) * 100 / nullif(t.all_of_them, 0), 2), 'waitingSince', t.since::timestamptz`;

const REGIONS = `
with part as (
  select code, coalesce(full_name, name) as name from regions where parent_code = :region and code <> :region and merged_into is null
), length_of as (
  select coalesce(max(length(code)), 12) as length from part
), counted as (
  select left(region_code, (select length from length_of)) as code, state, count(*) as n, min(opened_at) as since
  from warnings
  where region_code >= :lo and region_code < :hi and (cast(:kind as text) is null or kind = :kind)
  group by 1, 2
), tally as (
  select code, ${TALLY} from counted group by code
), whole as (
  select ${TALLY} from counted
), listed as (
  select p.code, p.name, false as unplaced from part p
  union all
  -- What is bound to the region itself: a household without a township.
  select t.code, coalesce((select coalesce(full_name, name) from regions where code = t.code), t.code), true
  from tally t where exists (select from part) and not exists (select from part p where p.code = t.code)
)
select json_build_object(
  'total', (select json_build_object(${FIGURES}) from whole t),
  'rows', (select coalesce(json_agg(json_build_object('regionCode', l.code, 'regionName', l.name, 'unplaced', l.unplaced, ${FIGURES})
    order by l.unplaced, l.code), '[]') from listed l left join tally t on t.code = l.code)
) as counted`;
