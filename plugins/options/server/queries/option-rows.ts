import type { OptionListRow, OptionRow } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** Where a page of rows begins and in which order it stands. */
export interface RowsPage {
  readonly sort: string;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A page of rows and how many there are in all. */
export interface CountedRows<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** The option lists, by key when one is asked for. */
export function optionLists(db: Knex, filter: { readonly key?: string | undefined }, page: RowsPage): Promise<CountedRows<OptionListRow>> {
  const query = db('option_lists').select('id', 'key', 'name', 'description');
  if (filter.key !== undefined) query.where({ key: filter.key });
  return counted<OptionListRow>(query, page, [page.sort]);
}

/** Options in the order of their lists. */
export function options(
  db: Knex,
  filter: { readonly listKey?: string | undefined; readonly enabled?: boolean | undefined },
  page: RowsPage,
): Promise<CountedRows<OptionRow>> {
  const query = db('options').select({
    id: 'id',
    listKey: 'list_key',
    key: 'key',
    label: 'label',
    rank: 'rank',
    enabled: 'enabled',
    requiresNote: 'requires_note',
    core: 'core',
    regionCode: 'region_code',
    validFrom: 'valid_from',
    validTo: 'valid_to',
  });
  if (filter.listKey !== undefined) query.where({ list_key: filter.listKey });
  if (filter.enabled !== undefined) query.where({ enabled: filter.enabled });
  return counted<OptionRow>(query, page, page.sort === 'rank' ? ['list_key', 'rank'] : [page.sort]);
}

async function counted<Row>(query: Knex.QueryBuilder, page: RowsPage, order: readonly string[]): Promise<CountedRows<Row>> {
  const count: { count: string } = await query.clone().clearSelect().count('*').first();
  const direction = page.descending ? 'desc' : 'asc';
  for (const column of [...order, 'id']) query.orderBy(column, direction);
  const rows: Row[] = await query.offset(page.offset).limit(page.limit);
  return { rows, total: Number(count.count) };
}
