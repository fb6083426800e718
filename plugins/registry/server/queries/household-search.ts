import { EXIT_YEARS, RENOVATION_TICKS, SPLIT_CONDITIONS } from '@anju/domain';
import type { HouseholdFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import { anyOf, personConditions } from './person-condition';
import { insideRegion } from './region-condition';
import { whereSplit } from './split-condition';
import { IS_UNSETTLED } from './unsettled-warning';

/** The households that match a filter, and the columns that hold their order. Households are joined as `h` only where the filter asks for them. */
export interface HouseholdSearch {
  readonly query: Knex.QueryBuilder;
  readonly region: string;
  readonly id: string;
}

/**
 * Households that match every condition of the filter, not yet ordered or paged.
 * Conditions on the safeguard start from that table, whose index holds the same order: a rare kind then costs no walk over all.
 */
export function householdSearch(db: Knex, filter: HouseholdFilter, reach: 'county' | 'wider'): HouseholdSearch {
  const search = searchFrom(db, filter);
  const { query } = search;
  if (filter.exactRegion === true) query.where(search.region, filter.regionCode ?? '');
  else if (filter.regionCode) insideRegion(query, search.region, filter.regionCode);
  whereHousehold(query, filter);
  whereSafeguard(query, filter);
  whereWarned(search, filter);
  whereLinked({ search, db, filter, reach });
  wherePerson({ search, db, filter, reach });
  return search;
}

function searchFrom(db: Knex, filter: HouseholdFilter): HouseholdSearch {
  if (asksForSafeguard(filter)) {
    const query = db('safeguards as s');
    if (asksForHousehold(filter)) query.join('households as h', 'h.id', 's.household_id');
    return { query, region: 's.region_code', id: 's.household_id' };
  }
  if (filter.hasWarning === true) {
    const query = db(warnedHouseholds(db, filter));
    if (asksForHousehold(filter)) query.join('households as h', 'h.id', 'warned.household_id');
    return { query, region: 'warned.region_code', id: 'warned.household_id' };
  }
  return { query: db('households as h'), region: 'h.region_code', id: 'h.id' };
}

/** Households with a warning in region order, straight from the index that holds just these. */
function warnedHouseholds(db: Knex, filter: HouseholdFilter): Knex.QueryBuilder {
  const warned = db('warnings as w')
    .distinct('w.region_code', 'w.household_id')
    .whereRaw(IS_UNSETTLED)
    .whereNotNull('w.household_id')
    .as('warned');
  if (filter.regionCode) insideRegion(warned, 'w.region_code', filter.regionCode);
  return warned;
}

function whereWarned({ query, region, id }: HouseholdSearch, { hasWarning }: HouseholdFilter): void {
  if (hasWarning === undefined || id === 'warned.household_id') return;
  const warned = `exists (select from warnings w where w.household_id = ${id} and w.region_code = ${region} and ${IS_UNSETTLED})`;
  query.whereRaw(hasWarning ? warned : `not ${warned}`);
}

function asksForSafeguard(filter: HouseholdFilter): boolean {
  return [
    filter.kind,
    ...SPLIT_CONDITIONS.map((condition) => filter[condition]),
    ...RENOVATION_TICKS.map((tick) => filter[tick]),
    filter.reviewState,
    filter.entryDateFrom,
    filter.entryDateTo,
    filter.entryPerson,
  ].some((condition) => condition !== undefined);
}

/** What whereHousehold reads; a household's place and number stand on its safeguard and its warnings, too. */
function asksForHousehold(filter: HouseholdFilter): boolean {
  const { recognised, povertyExited, exitYear, source, departed } = filter;
  return [recognised, povertyExited, exitYear, source, departed].some((condition) => condition !== undefined);
}

function whereHousehold(query: Knex.QueryBuilder, filter: HouseholdFilter): void {
  // Written out, not bound: only so does the partial index on the unrecognised serve.
  if (filter.recognised !== undefined) query.whereRaw(filter.recognised ? 'h.recognised' : 'not h.recognised');
  if (filter.povertyExited !== undefined) {
    query.whereRaw(filter.povertyExited ? 'h.poverty_exited' : 'h.poverty_exited is not true');
  }
  if (filter.exitYear !== undefined) whereExitYear(query, many(filter.exitYear));
  if (filter.source !== undefined) query.where('h.source', filter.source);
  if (filter.departed !== undefined) {
    const departed = `(nullif(h.departure_reason, '') is not null and not h.recognised)`;
    query.whereRaw(filter.departed ? departed : `not ${departed}`);
  }
}

/** `missing` is every household without a year that the statistics name. */
function whereExitYear(query: Knex.QueryBuilder, asked: readonly (number | 'missing')[]): void {
  const years = asked.filter((year) => year !== 'missing');
  query.where((either) => {
    either.whereIn('h.exit_year', years);
    if (years.length < asked.length) either.orWhereNull('h.exit_year').orWhereNotIn('h.exit_year', [...EXIT_YEARS]);
  });
}

function whereSafeguard(query: Knex.QueryBuilder, filter: HouseholdFilter): void {
  if (filter.kind !== undefined) query.whereIn('s.kind', many(filter.kind));
  whereSplit(query, filter);
  if (filter.reviewState !== undefined) query.whereIn('s.review_state', many(filter.reviewState));
  if (filter.entryDateFrom !== undefined) query.where('s.entry_date', '>=', filter.entryDateFrom);
  if (filter.entryDateTo !== undefined) query.where('s.entry_date', '<=', filter.entryDateTo);
  if (filter.entryPerson !== undefined) query.where('s.entry_person', filter.entryPerson);
}

const LINKED_TABLES = { renovation: 'renovations', relocationEntry: 'relocation_entries' } as const;

interface Search {
  readonly search: HouseholdSearch;
  readonly db: Knex;
  readonly filter: HouseholdFilter;
  readonly reach: 'county' | 'wider';
}

function whereLinked({ search: { query, id }, db, filter, reach }: Search): void {
  if (filter.linked === undefined) return;
  if (filter.linked === 'none') {
    for (const table of Object.values(LINKED_TABLES)) query.whereRaw(`${firstLink(table, id)} is null`);
  } else if (reach === 'wider') {
    query.whereRaw(firstLink(LINKED_TABLES[filter.linked], id));
  } else {
    const linked = personsOf(db, filter).join(`${LINKED_TABLES[filter.linked]} as r`, 'r.id_key', 'm.id_key');
    if (filter.linked === 'renovation') {
      linked.whereRaw('r.refused_household_id is distinct from m.household_id');
      linked.unionAll(db('renovations as r').select('r.household_id').whereNotNull('r.household_id'));
    }
    query.whereIn(id, linked);
  }
}

/** Asked household by household in the list's order: over a wide region far fewer than all are needed for a page. */
function firstLink(table: string, id: string): string {
  if (table !== 'renovations') {
    return `(select true from members m join ${table} r on r.id_key = m.id_key where m.household_id = ${id} limit 1)`;
  }
  return `coalesce((select true from members m join renovations r on r.id_key = m.id_key
      where m.household_id = ${id} and r.refused_household_id is distinct from ${id} limit 1),
    (select true from renovations r where r.household_id = ${id}))`;
}

function wherePerson({ search: { query, id }, db, filter, reach }: Search): void {
  const conditions = personConditions(filter, reach);
  const [first, ...others] = conditions.map(({ sql, bindings }) => personsOf(db, filter).whereRaw(sql, bindings));
  if (!first) return;
  if (reach === 'wider' && isOneCharacter(filter.personName) && others.length === 0) {
    const { sql, bindings } = anyOf(conditions);
    query.whereRaw(`(select true from members m where m.household_id = ${id} and ${sql} limit 1)`, bindings);
    return;
  }
  query.whereIn(id, others.length === 0 ? first : first.unionAll(others));
}

/** A surname alone: too many persons bear it to begin from them. */
function isOneCharacter(name: string | undefined): boolean {
  return name !== undefined && [...name].length === 1;
}

function personsOf(db: Knex, filter: HouseholdFilter): Knex.QueryBuilder {
  const persons = db('members as m').select('m.household_id');
  if (filter.regionCode) insideRegion(persons, 'm.region_code', filter.regionCode);
  return persons;
}

function many<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}
