import type { HouseholdFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import { personCondition } from './person-condition';
import { insideRegion } from './region-condition';

/** The households that match a filter, and the columns that hold their order. */
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
  const bySafeguard = asksForSafeguard(filter);
  const query = bySafeguard
    ? db('safeguards as s').join('households as h', 'h.id', 's.household_id')
    : db('households as h');
  const search = bySafeguard
    ? { query, region: 's.region_code', id: 's.household_id' }
    : { query, region: 'h.region_code', id: 'h.id' };
  if (filter.regionCode) insideRegion(query, search.region, filter.regionCode);
  whereHousehold(query, filter);
  whereSafeguard(query, filter);
  whereLinked(query, db, filter);
  wherePerson(query, db, filter, reach);
  return search;
}

function asksForSafeguard(filter: HouseholdFilter): boolean {
  return [
    filter.kind,
    filter.appraisalResult,
    filter.reviewState,
    filter.entryDateFrom,
    filter.entryDateTo,
    filter.entryPerson,
  ].some((condition) => condition !== undefined);
}

function whereHousehold(query: Knex.QueryBuilder, filter: HouseholdFilter): void {
  // Written out, not bound: only so does the partial index on the unrecognised serve.
  if (filter.recognised !== undefined) query.whereRaw(filter.recognised ? 'h.recognised' : 'not h.recognised');
  if (filter.exitYear !== undefined) query.whereIn('h.exit_year', many(filter.exitYear));
  if (filter.source !== undefined) query.where('h.source', filter.source);
  if (filter.departed !== undefined) {
    const departed = `(nullif(h.departure_reason, '') is not null and not h.recognised)`;
    query.whereRaw(filter.departed ? departed : `not ${departed}`);
  }
}

function whereSafeguard(query: Knex.QueryBuilder, filter: HouseholdFilter): void {
  if (filter.kind !== undefined) query.whereIn('s.kind', many(filter.kind));
  if (filter.appraisalResult !== undefined) {
    query.whereRaw('coalesce(s.original_appraisal_result, s.appraisal_result) = any (?)', [
      [...many(filter.appraisalResult)],
    ]);
  }
  if (filter.reviewState !== undefined) query.whereIn('s.review_state', many(filter.reviewState));
  if (filter.entryDateFrom !== undefined) query.where('s.entry_date', '>=', filter.entryDateFrom);
  if (filter.entryDateTo !== undefined) query.where('s.entry_date', '<=', filter.entryDateTo);
  if (filter.entryPerson !== undefined) query.where('s.entry_person', filter.entryPerson);
}

const LINKED_TABLES = { renovation: 'renovations as r', relocationEntry: 'relocation_entries as r' } as const;

function whereLinked(query: Knex.QueryBuilder, db: Knex, filter: HouseholdFilter): void {
  if (filter.linked === undefined) return;
  if (filter.linked !== 'none') {
    query.whereIn('h.id', householdsOnList(db, LINKED_TABLES[filter.linked], filter.regionCode));
    return;
  }
  for (const table of Object.values(LINKED_TABLES)) {
    query.whereNotExists(householdsOnList(db, table, undefined).whereRaw('m.household_id = h.id'));
  }
}

function householdsOnList(db: Knex, table: string, regionCode: string | undefined): Knex.QueryBuilder {
  const households = db('members as m').select('m.household_id').join(table, 'r.id_key', 'm.id_key');
  if (regionCode) insideRegion(households, 'm.region_code', regionCode);
  return households;
}

function wherePerson(query: Knex.QueryBuilder, db: Knex, filter: HouseholdFilter, reach: 'county' | 'wider'): void {
  const condition = personCondition(filter, reach);
  if (!condition) return;
  const persons = db('members as m').select('m.household_id').whereRaw(condition.sql, condition.bindings);
  if (filter.regionCode) insideRegion(persons, 'm.region_code', filter.regionCode);
  query.whereIn('h.id', persons);
}

function many<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}
