import { idKey, regionRange } from '@anju/domain';
import type { RelocationEntryFilter } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import type { HouseholdCursor } from './household-rows';

/**
 * The household's entry on the relocation list, of household `h` with safeguard `s`: the linked one, else that of one of its persons.
 * `offset 0` as in JOIN_ARCHIVE: without it every record walked the whole list of the reader's region.
 */
export const RELOCATION_OF_HOUSEHOLD = `select e.* from (select coalesce(s.relocation_entry_id, (
    select r.id from members m join relocation_entries r on r.id_key = m.id_key where m.household_id = h.id order by r.id limit 1)) as id
    offset 0) entry join relocation_entries e on e.id = entry.id`;

/** The fields of entry `r` in region `rg` as pairs of name and column. */
export const RELOCATION_JSON = `'id', r.id, 'regionCode', r.region_code, 'regionName', coalesce(rg.full_name, r.region_code),
  'householdNumber', r.household_number, 'personName', r.person_name, 'idNumber', r.id_number,
  'resettlementMode', r.resettlement_mode, 'resettlementSite', r.resettlement_site, 'project', r.project, 'status', r.status,
  'startDate', r.start_date, 'completionDate', r.completion_date, 'moveInDate', r.move_in_date, 'isVanished', r.vanished_at is not null`;

export interface RelocationPage {
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly after?: HouseholdCursor | undefined;
}

type Filter = RelocationEntryFilter & { readonly regionCode: string };

/** One page of the relocation list in region order: JSON of the contract's fields, numbers in full. */
export async function relocationEntryRows(db: Knex, filter: Filter, page: RelocationPage): Promise<unknown[]> {
  const direction = page.descending ? 'desc' : 'asc';
  const beyond = page.descending ? '<' : '>';
  const query = matching(db, filter)
    .leftJoin('regions as rg', 'rg.code', 'r.region_code')
    .limit(page.limit, { skipBinding: true })
    .offset(page.offset)
    .orderBy('r.region_code', direction)
    .orderBy('r.id', direction);
  if (page.after) {
    query.where('r.region_code', page.descending ? '<=' : '>=', page.after.regionCode);
    query.whereRaw(`(r.region_code ${beyond} ? or r.id ${beyond} ?)`, [page.after.regionCode, page.after.id]);
  }
  const rows = await query.select<{ row: unknown }[]>(db.raw(`json_build_object(${RELOCATION_JSON}) as row`));
  return rows.map(({ row }) => row);
}

/** How many entries match, counted no further than `most + 1`. */
export async function relocationEntryCount(db: Knex, filter: Filter, most: number): Promise<number> {
  const matches = matching(db, filter)
    .select('r.id')
    .limit(most + 1, { skipBinding: true })
    .as('matches');
  const row = await db.from(matches).count<{ count: string }[]>('*').first();
  return Number(row?.count ?? 0);
}

function matching(db: Knex, { householdId, regionCode, personName, idNumber }: Filter): Knex.QueryBuilder {
  const { lo, hi } = regionRange(regionCode);
  const query = db('relocation_entries as r').where('r.region_code', '>=', lo).where('r.region_code', '<', hi);
  if (householdId !== undefined) {
    query.whereIn(
      'r.id_key',
      db('members as m').select('m.id_key').where('m.household_id', householdId).whereNotNull('m.id_key'),
    );
  }
  if (personName !== undefined) query.whereRaw('r.person_name = ?', [personName]);
  if (idNumber === undefined) return query;
  const key = idKey(idNumber);
  return key === null ? query.where('r.id_number', idNumber) : query.where('r.id_key', key);
}
