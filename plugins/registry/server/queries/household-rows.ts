import type { HouseholdFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import { householdSearch } from './household-search';
import { anyOf, personConditions } from './person-condition';
import { IS_UNSETTLED_OF_HOUSEHOLD } from './unsettled-warning';

export type SortField = 'id' | 'regionCode';

/** Which part of a list to read: after a cursor, or from an offset. */
export interface HouseholdPage {
  readonly sort: SortField;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly after?: HouseholdCursor | undefined;
}

/** A household's place in region order. */
export interface HouseholdCursor {
  readonly regionCode: string;
  readonly id: number;
}

/** A household as lists read it; values are the head's in force, not yet masked. */
export interface HouseholdListRow {
  readonly id: number;
  readonly registry_number: string | null;
  readonly head_name: string | null;
  readonly id_number: string | null;
  readonly phone: string | null;
  readonly region_code: string;
  readonly region_name: string | null;
  readonly member_count: number;
  readonly exit_year: number | null;
  readonly kind: string | null;
  readonly appraisal_result: string | null;
  readonly entry_person: string | null;
  readonly entry_date: string | null;
  readonly recognised: boolean;
  readonly review_state: string | null;
  readonly warning_count: number;
  readonly on_renovation: boolean;
  readonly on_relocation: boolean;
  readonly source: string;
  readonly version: number;
  readonly matched_person?: string | null;
}

const WRITTEN_OUT = { skipBinding: true };

/** One page of the households that match a filter, with head, safeguard and region. */
export async function householdRows(
  db: Knex,
  filter: HouseholdFilter,
  reach: 'county' | 'wider',
  page: HouseholdPage,
): Promise<HouseholdListRow[]> {
  const rows = selectRows(db).with('page', pageOfIds(db, filter, reach, page));
  const conditions = personConditions(filter, reach);
  if (conditions.length > 0) {
    const { sql, bindings } = anyOf(conditions);
    rows.select(db.raw(`${matchedPerson(sql)} as matched_person`, [...bindings]));
  }
  order(rows, page, { region: 'h.region_code', id: 'h.id' });
  return rows.select<HouseholdListRow[]>('h.id');
}

/** The same rows for households named by id, in that order of ids. */
export async function householdRowsById(db: Knex, ids: readonly number[]): Promise<HouseholdListRow[]> {
  const page = db('households').select('id').whereIn('id', ids);
  return selectRows(db).with('page', page).orderBy('h.id').select<HouseholdListRow[]>('h.id');
}

function pageOfIds(
  db: Knex,
  filter: HouseholdFilter,
  reach: 'county' | 'wider',
  page: HouseholdPage,
): Knex.QueryBuilder {
  const search = householdSearch(db, filter, reach);
  // Written out, not bound: of a bound limit a general plan expects a tenth of the table.
  search.query.select({ id: search.id }).limit(page.limit, WRITTEN_OUT);
  if (page.offset > 0) search.query.offset(page.offset);
  if (page.after) startAfter(search.query, page, page.after, search);
  order(search.query, page, search);
  return search.query;
}

/** `region >= ? and (region > ? or id > ?)`: the form that every node of a distributed table can serve from its index. */
function startAfter(
  query: Knex.QueryBuilder,
  page: HouseholdPage,
  after: HouseholdCursor,
  { region, id }: { readonly region: string; readonly id: string },
): void {
  const beyond = page.descending ? '<' : '>';
  if (page.sort === 'id') {
    query.where(id, beyond, after.id);
    return;
  }
  query.where(region, page.descending ? '<=' : '>=', after.regionCode);
  query.whereRaw(`(?? ${beyond} ? or ?? ${beyond} ?)`, [region, after.regionCode, id, after.id]);
}

function order(
  query: Knex.QueryBuilder,
  page: HouseholdPage,
  { region, id }: { readonly region: string; readonly id: string },
): void {
  const direction = page.descending ? 'desc' : 'asc';
  if (page.sort === 'regionCode') query.orderBy(region, direction);
  query.orderBy(id, direction);
}

function selectRows(db: Knex): Knex.QueryBuilder {
  return db('page')
    .join('households as h', 'h.id', 'page.id')
    .leftJoin('members as p', (on) => on.on('p.household_id', 'h.id').andOnVal('p.is_head', true))
    .leftJoin('safeguards as s', 's.household_id', 'h.id')
    .leftJoin('regions as g', 'g.code', 'h.region_code')
    .select(
      'h.registry_number',
      'h.region_code',
      'h.member_count',
      'h.exit_year',
      'h.recognised',
      'h.source',
      'h.version',
    )
    .select('s.kind', 's.entry_person', 's.entry_date', 's.review_state')
    .select({ head_name: 'p.name', region_name: 'g.full_name' })
    .select(
      db.raw(`coalesce(nullif(p.corrected_id_number, ''), p.registry_id_number) as id_number`),
      db.raw(`coalesce(nullif(p.corrected_phone, ''), p.registry_phone) as phone`),
      db.raw('coalesce(s.original_appraisal_result, s.appraisal_result) as appraisal_result'),
      db.raw(`(select count(*)::integer from warnings w where ${IS_UNSETTLED_OF_HOUSEHOLD}) as warning_count`),
      db.raw(`${isOnList('renovations')} as on_renovation`),
      db.raw(`${isOnList('relocation_entries')} as on_relocation`),
    );
}

function isOnList(table: 'renovations' | 'relocation_entries'): string {
  if (table === 'relocation_entries') {
    return `exists (select from members m join relocation_entries r on r.id_key = m.id_key where m.household_id = h.id)`;
  }
  return `(exists (select from members m join renovations r on r.id_key = m.id_key
      where m.household_id = h.id and r.refused_household_id is distinct from h.id)
    or exists (select from renovations r where r.household_id = h.id))`;
}

function matchedPerson(condition: string): string {
  return `(select case when m.is_head then null else m.name end from members m
    where m.household_id = h.id and ${condition} order by m.is_head desc, m.id limit 1)`;
}
