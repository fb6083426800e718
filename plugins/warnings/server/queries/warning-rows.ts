import { regionRange } from '@anju/domain';
import type { WarningFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** A warning's place in region order. */
export interface WarningCursor {
  readonly regionCode: string;
  readonly id: number;
}

/** Which part of the list to read: after a cursor, or from an offset. */
export interface WarningPage {
  readonly sort: 'id' | 'regionCode' | 'openedAt';
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly after?: WarningCursor | undefined;
}

/** A warning as one statement reads it: JSON of the contract's fields but for its sentence. */
export interface StoredRow {
  readonly row: unknown;
}

type Filter = WarningFilter & { readonly regionCode: string };

/** One page of the warnings that match, each with the household or the archive that it stands with. */
export async function warningRows(db: Knex, filter: Filter, page: WarningPage): Promise<StoredRow[]> {
  const ids = matching(db, filter).select('w.id').limit(page.limit).offset(page.offset);
  if (page.after) startAfter(ids, page, page.after);
  order(ids, page);
  const rows = withPlace(db).whereIn('w.id', db.from(ids.as('page')).select('id'));
  order(rows, page);
  return rows.select<StoredRow[]>(db.raw(ROW));
}

/** One warning with its place; undefined outside the scope. */
export async function warningRow(db: Knex, id: number): Promise<StoredRow | undefined> {
  const rows = await withPlace(db).where('w.id', id).select<StoredRow[]>(db.raw(ROW));
  return rows[0];
}

/** How many warnings match, counted no further than `most + 1`. */
export async function warningCount(db: Knex, filter: Filter, most: number): Promise<number> {
  const matches = matching(db, filter)
    .select('w.id')
    .limit(most + 1)
    .as('matches');
  const row = await db.from(matches).count<{ count: string }[]>('*').first();
  return Number(row?.count ?? 0);
}

function matching(db: Knex, filter: Filter): Knex.QueryBuilder {
  const { lo, hi } = regionRange(filter.regionCode);
  const query = db('warnings as w').where('w.region_code', '>=', lo).where('w.region_code', '<', hi);
  if (filter.kind !== undefined) query.whereIn('w.kind', filter.kind);
  if (filter.state !== undefined) query.whereIn('w.state', filter.state);
  if (filter.householdId !== undefined) query.where('w.household_id', filter.householdId);
  return query;
}

function startAfter(query: Knex.QueryBuilder, page: WarningPage, after: WarningCursor): void {
  const beyond = page.descending ? '<' : '>';
  if (page.sort === 'id') {
    query.where('w.id', beyond, after.id);
    return;
  }
  query.where('w.region_code', page.descending ? '<=' : '>=', after.regionCode);
  query.whereRaw(`(w.region_code ${beyond} ? or w.id ${beyond} ?)`, [after.regionCode, after.id]);
}

function order(query: Knex.QueryBuilder, page: WarningPage): void {
  const direction = page.descending ? 'desc' : 'asc';
  if (page.sort === 'regionCode') query.orderBy('w.region_code', direction);
  if (page.sort === 'openedAt') query.orderBy('w.opened_at', direction);
  query.orderBy('w.id', direction);
}

function withPlace(db: Knex): Knex.QueryBuilder {
  return db('warnings as w')
    .leftJoin('households as h', 'h.id', 'w.household_id')
    .leftJoin('members as p', (on) => on.on('p.household_id', 'h.id').andOnVal('p.is_head', true))
    .leftJoin('renovations as a', 'a.id', 'w.renovation_id')
    .leftJoin('regions as g', 'g.code', 'w.region_code');
}

const ROW = `json_build_object(
  'id', w.id, 'kind', w.kind, 'state', w.state, 'severity', w.severity, 'explanation', w.explanation, 'steps', w.steps,
  'openedAt', w.opened_at::timestamptz, 'closedAt', w.closed_at::timestamptz,
  'householdId', w.household_id, 'renovationId', w.renovation_id, 'regionCode', w.region_code,
  'regionName', coalesce(g.full_name, w.region_code), 'headName', coalesce(p.name, a.head_name, ''),
  'memberCount', h.member_count, 'recognised', h.recognised) as row`;
