import type { HouseholdFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import type { HouseholdCursor } from './household-rows';
import { householdSearch } from './household-search';
import { RELOCATION_JSON } from './relocation-entry-rows';
import { ARCHIVE_JSON } from './renovation-record-json';
import { IS_UNSETTLED_OF_HOUSEHOLD } from './unsettled-warning';

/** What other records say of an unrecognised household. */
export interface LinkedSources {
  readonly id: number;
  readonly region_code: string;
  readonly source: string;
  readonly head_name: string;
  readonly region_name: string;
  /** JSON of each archive that holds a person of the household or was given to it. */
  readonly archives: readonly unknown[];
  /** JSON of each entry of the relocation list that names a person of the household. */
  readonly entries: readonly unknown[];
  /** One of the archives is another household's, too. */
  readonly is_shared: boolean;
  /** An archive lies outside the scope, or belongs to a household there. */
  readonly is_elsewhere: boolean;
  /** A warning 保障措施重叠 waits for somebody. */
  readonly is_overlapping: boolean;
}

/** The unrecognised households that match after one of them, of which nobody has explained that they are gone; in region order, at most `most`. */
export async function unrecognisedOfFilter(
  db: Knex,
  filter: HouseholdFilter,
  reach: 'county' | 'wider',
  most: number,
  after?: HouseholdCursor,
): Promise<HouseholdCursor[]> {
  const search = householdSearch(db, { ...filter, recognised: false, departed: false }, reach);
  if (after) search.query.whereRaw('(??, ??) > (?, ?)', [search.region, search.id, after.regionCode, after.id]);
  return search.query
    .select<HouseholdCursor[]>({ regionCode: search.region, id: search.id })
    .orderBy(search.region)
    .orderBy(search.id)
    .limit(most, { skipBinding: true });
}

/** Locks households in the order of their ids and answers those that are unrecognised still. */
export async function lockUnrecognised(db: Knex, ids: readonly number[]): Promise<number[]> {
  const result = await db.raw<{ rows: { id: number; recognised: boolean }[] }>(
    'select id, recognised from households where id = any (?) order by id for no key update',
    [[...ids]],
  );
  return result.rows.filter(({ recognised }) => !recognised).map(({ id }) => id);
}

/** What other records say of these households, in region order. */
export async function linkedSources(db: Knex, ids: readonly number[]): Promise<LinkedSources[]> {
  const result = await db.raw<{ rows: LinkedSources[] }>(
    `select h.id, h.region_code, h.source, coalesce(p.name, '') as head_name, coalesce(g.full_name, h.region_code) as region_name,
       coalesce(archive.found, '[]') as archives, coalesce(entry.found, '[]') as entries,
       coalesce(archive.shared, false) as is_shared,
       coalesce(archive.elsewhere, false) or exists (select from anju.foreign_renovation(h.id)) as is_elsewhere,
       exists (select from warnings w where w.kind = 'safeguardOverlap' and ${IS_UNSETTLED_OF_HOUSEHOLD}) as is_overlapping
     from households h
     left join members p on p.household_id = h.id and p.is_head
     left join regions g on g.code = h.region_code
     cross join lateral (
       select json_agg(json_build_object(${ARCHIVE_JSON}) order by a.id) as found,
         bool_or(exists (select from safeguards o where o.renovation_id = a.id)
           or (a.household_id is null and exists (
             select from members o where o.id_key = a.id_key and o.household_id <> h.id and o.vanished_at is null))) as shared,
         bool_or(anju.archive_county_elsewhere(a.id) is not null) as elsewhere
       from renovations a where a.id in (
         select r.id from renovations r where r.household_id = h.id
         union
         select r.id from members m join renovations r on r.id_key = m.id_key
         where m.household_id = h.id and r.household_id is null and r.refused_household_id is distinct from h.id)) archive
     cross join lateral (
       select json_agg(json_build_object(${RELOCATION_JSON}) order by r.id) as found
       from members m join relocation_entries r on r.id_key = m.id_key left join regions rg on rg.code = r.region_code
       where m.household_id = h.id) entry
     where h.id = any (?)
     order by h.region_code, h.id`,
    [[...ids]],
  );
  return result.rows;
}
