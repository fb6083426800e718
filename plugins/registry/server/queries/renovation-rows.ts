import type { LinkState } from '@anju/domain';
import type { Knex } from 'knex';
import type { HouseholdCursor } from './household-rows';
import { ARCHIVE_JSON } from './renovation-record-json';
import { DOUBTFUL_ARCHIVES, renovationSearch, type SettledRenovationFilter } from './renovation-search';

/** Which part of the list to read: after a cursor, or from an offset. */
export interface RenovationPage {
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly after?: HouseholdCursor | undefined;
}

/** Who the archive's household is, as far as the caller may know. */
export interface HolderColumns {
  readonly link_state: LinkState;
  readonly household_id: number | null;
  readonly household_head: string | null;
  readonly household_region: string | null;
  readonly county_elsewhere: string | null;
}

/** An archive as the list reads it, its number not yet masked; it is null for a recognised renovation without one. */
export interface RenovationListRow extends HolderColumns {
  /** Where the row stands in the list: the id of the archive, or of the household where the list starts from those. */
  readonly place_id: number;
  readonly place_region: string;
  /** JSON of the archive's fields. */
  readonly archive: unknown;
  readonly head_name: string | null;
  readonly region_name: string | null;
  readonly is_doubtful: boolean;
}

/** Written out, not bound: of a bound limit a general plan expects a tenth of the table. */
const WRITTEN_OUT = { skipBinding: true };

/** One page of the archives that match, each with its household. */
export async function renovationRows(
  db: Knex,
  filter: SettledRenovationFilter,
  reach: 'county' | 'wider',
  page: RenovationPage,
): Promise<RenovationListRow[]> {
  const { query, region, id } = renovationSearch(db, filter, reach);
  const direction = page.descending ? 'desc' : 'asc';
  const beyond = page.descending ? '<' : '>';
  query.select({ place_id: id, place_region: region, archive_id: 'a.id' }).limit(page.limit, WRITTEN_OUT);
  if (page.offset > 0) query.offset(page.offset);
  if (page.after) {
    query.where(region, page.descending ? '<=' : '>=', page.after.regionCode);
    query.whereRaw(`(?? ${beyond} ? or ?? ${beyond} ?)`, [region, page.after.regionCode, id, page.after.id]);
  }
  query.orderBy(region, direction).orderBy(id, direction);
  const incomplete = filter.tab === 'incomplete';
  const rows = await db
    .with('page', query)
    .from('page')
    .leftJoin('renovations as a', 'a.id', 'page.archive_id')
    .joinRaw(incomplete ? 'cross join lateral (select page.place_id as household_id, 1 as rank) holder' : JOIN_HOLDER)
    .joinRaw(JOIN_HOUSEHOLD)
    .joinRaw('left join regions g on g.code = coalesce(a.region_code, page.place_region)')
    .orderBy('page.place_region', direction)
    .orderBy('page.place_id', direction)
    .select<RenovationListRow[]>(
      'page.place_id',
      'page.place_region',
      db.raw(`case when a.id is not null then json_build_object(${ARCHIVE_JSON}) end as archive`),
      db.raw('coalesce(a.head_name, p.name) as head_name'),
      db.raw('coalesce(g.full_name, page.place_region) as region_name'),
      db.raw(`coalesce(a.id in (${DOUBTFUL_ARCHIVES} and w.renovation_id = a.id), false) as is_doubtful`),
      db.raw(HOLDER_COLUMNS),
    );
  return rows;
}

/** How many archives match, counted no further than `most + 1`. */
export async function renovationCount(
  db: Knex,
  filter: SettledRenovationFilter,
  reach: 'county' | 'wider',
  most: number,
): Promise<number> {
  const { query, id } = renovationSearch(db, filter, reach);
  const matches = query
    .select(id)
    .limit(most + 1, WRITTEN_OUT)
    .as('matches');
  const row = await db.from(matches).count<{ count: string }[]>('*').first();
  return Number(row?.count ?? 0);
}

/** The household `holder` of archive `a`: the one whose safeguard names it, that a person chose, or that holds its number. */
export const JOIN_HOLDER = `left join lateral (
    select s.household_id, 1 as rank from safeguards s where s.renovation_id = a.id
    union all
    select a.household_id, 2 where a.household_id is not null
    union all
    (select m.household_id, 3 from members m
     where m.id_key = a.id_key and m.vanished_at is null and m.household_id is distinct from a.refused_household_id
     order by m.household_id limit 1)
    order by rank limit 1) holder on true`;

/** The household `h` of the holder with its head `p`; none when it lies outside the scope. */
export const JOIN_HOUSEHOLD = `left join households h on h.id = holder.household_id
  left join members p on p.household_id = h.id and p.is_head
  left join regions hg on hg.code = h.region_code
  cross join lateral (select case when h.id is null then anju.archive_county_elsewhere(a.id) end as county offset 0) elsewhere`;

export const HOLDER_COLUMNS = `h.id as household_id, p.name as household_head, coalesce(hg.full_name, h.region_code) as household_region,
  elsewhere.county as county_elsewhere,
  case when h.id is not null then (array['recognised', 'byHand', 'byNumber'])[holder.rank]
    when elsewhere.county is not null then 'elsewhere' else 'none' end as link_state`;
