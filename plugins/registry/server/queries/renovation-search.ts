import { idKey } from '@anju/domain';
import type { RenovationFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import { insideRegion } from './region-condition';
import { IS_UNSETTLED } from './unsettled-warning';

/** Above every character: the end of a prefix range. */
const LAST_CHARACTER = '\u{10ffff}';

/** What a list of archives is asked for, inside one region. */
export type SettledRenovationFilter = RenovationFilter & { readonly regionCode: string };

/** The archives that match a filter, and the columns that hold their order. */
export interface RenovationSearch {
  readonly query: Knex.QueryBuilder;
  readonly region: string;
  readonly id: string;
}

/**
 * Archives that match every condition, not yet ordered or paged. What is to be completed starts from the safeguards, whose index
 * holds just these: a recognised renovation may have no archive at all; the unlinked start from the table of those that may be.
 */
export function renovationSearch(
  db: Knex,
  filter: SettledRenovationFilter,
  reach: 'county' | 'wider',
): RenovationSearch {
  const search = searchFrom(db, filter);
  const { query } = search;
  insideRegion(query, search.region, filter.regionCode);
  if (filter.povertyType) query.whereIn('a.poverty_type', filter.povertyType);
  if (filter.planYear) query.whereIn('a.plan_year', filter.planYear);
  if (filter.renovationMode) query.whereIn('a.renovation_mode', filter.renovationMode);
  if (filter.tab === 'doubtful') query.whereRaw(`a.id in (${DOUBTFUL_ARCHIVES})`);
  if (asksForUnlinked(filter)) query.whereRaw(IS_UNLINKED);
  if (filter.tab === 'incomplete' && filter.linkState === 'unlinked') query.whereRaw(IS_UNLINKED);
  if (filter.linkState === 'linked') query.whereRaw(`not (${IS_UNLINKED})`);
  whereHead(query, filter, reach);
  return search;
}

/** Where the list begins: with the few rows that a tab is about, when it has a table or an index of its own. */
function searchFrom(db: Knex, filter: SettledRenovationFilter): RenovationSearch {
  if (filter.tab === 'incomplete') {
    const query = db('safeguards as s').leftJoin('renovations as a', 'a.id', 's.renovation_id');
    return { query: query.whereRaw('s.archive_incomplete'), region: 's.region_code', id: 's.household_id' };
  }
  if (!asksForUnlinked(filter)) return { query: db('renovations as a'), region: 'a.region_code', id: 'a.id' };
  const query = db('anju.unlinked_archive as u').join('renovations as a', 'a.id', 'u.renovation_id');
  return { query, region: 'u.region_code', id: 'u.renovation_id' };
}

function asksForUnlinked({ tab, linkState }: SettledRenovationFilter): boolean {
  return tab === 'unlinked' || (linkState === 'unlinked' && tab !== 'incomplete');
}

/** Archives `a` that somebody is to look into: their poverty type does not agree with the list. */
export const DOUBTFUL_ARCHIVES = `select w.renovation_id from warnings w where w.kind = 'renovationIdentity' and ${IS_UNSETTLED}
  and w.renovation_id is not null`;

/** Asked step by step, the cheapest first; only of an archive without a household in the scope whether it has one beyond. */
const IS_UNLINKED = `case
  when a.household_id is not null then false
  when exists (select from safeguards l where l.renovation_id = a.id) then false
  when exists (select from members m where m.id_key = a.id_key and m.vanished_at is null
    and m.household_id is distinct from a.refused_household_id) then false
  else anju.archive_county_elsewhere(a.id) is null end`;

function whereHead(
  query: Knex.QueryBuilder,
  { headName, idNumber }: RenovationFilter,
  reach: 'county' | 'wider',
): void {
  if (headName !== undefined && reach === 'county') query.whereRaw('position(? in a.head_name) > 0', [headName]);
  if (headName !== undefined && reach === 'wider') {
    query.whereRaw('a.head_name collate "C" >= ? and a.head_name collate "C" < ?', [
      headName,
      headName + LAST_CHARACTER,
    ]);
  }
  if (idNumber === undefined) return;
  const key = idKey(idNumber);
  if (key === null) query.whereRaw('a.id_key is null and a.id_number = ?', [idNumber]);
  else query.where('a.id_key', key);
}
