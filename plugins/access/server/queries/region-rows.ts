import type { RegionFilter, RegionRow } from '@anju/domain/contracts';
import type { Knex } from 'knex';

const COLUMNS = {
  code: 'code',
  name: 'name',
  level: 'level',
  kind: 'kind',
  parentCode: 'parent_code',
  fullName: 'full_name',
};

/** Regions in force below one region, or by code those of former times too, in code order. */
export function regionRows(db: Knex, filter: RegionFilter): Promise<RegionRow[]> {
  const rows = db('regions').select<RegionRow[]>(COLUMNS).orderBy('code');
  return filter.code
    ? rows.whereIn('code', filter.code)
    : rows
        .where('parent_code', filter.parentCode ?? '')
        .whereNot('code', '')
        .whereNull('merged_into');
}
