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
export async function optionLists(
  db: Knex,
  filter: { readonly key?: string | undefined },
  page: RowsPage,
): Promise<CountedRows<OptionListRow>> {
  const query = db<Columns>('option_lists').select<OptionListRow[]>('id', 'key', 'name', 'description');
  if (filter.key !== undefined) query.where({ key: filter.key });
  const total = await countOf(query);
  turnTo(query, page, [page.sort]);
  return { rows: await query, total };
}

/** Options in the order of their lists; with a region those of the whole node, and those above and below it. */
export async function options(
  db: Knex,
  filter: {
    readonly listKey?: string | undefined;
    readonly enabled?: boolean | undefined;
    readonly near?: string | undefined;
  },
  page: RowsPage,
): Promise<CountedRows<OptionRow>> {
  const query = db<Columns>('options').select<OptionRow[]>(OPTION_COLUMNS, versionOfOption(db));
  if (filter.listKey !== undefined) query.where({ list_key: filter.listKey });
  if (filter.enabled !== undefined) query.where({ enabled: filter.enabled });
  if (filter.near !== undefined)
    query.whereRaw('(region_code is null or starts_with(region_code, :near) or starts_with(:near, region_code))', {
      near: filter.near,
    });
  const total = await countOf(query);
  turnTo(query, page, page.sort === 'rank' ? ['list_key', 'rank'] : [page.sort]);
  return { rows: await query, total };
}

/** One option; undefined when there is none of this number. */
export async function optionById(db: Knex, id: number): Promise<OptionRow | undefined> {
  return db('options').select<OptionRow[]>(OPTION_COLUMNS, versionOfOption(db)).where({ id }).first();
}

/** All options of a list in their order, retired ones among them. */
export async function optionsOfList(db: Knex, listKey: string): Promise<readonly OptionRow[]> {
  return db('options')
    .select<OptionRow[]>(OPTION_COLUMNS, versionOfOption(db))
    .where({ list_key: listKey })
    .orderBy(['rank', 'id']);
}

const OPTION_COLUMNS = {
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
} as const;

/** The last change that touched an option; bigint comes as text, so that it is cast. */
function versionOfOption(db: Knex): Knex.Raw {
  return db.raw(`coalesce((select max(c.id) from anju.configuration_change c
    where c.subject = 'options:' || options.list_key and options.key = any (c.items)), 0)::integer as version`);
}

type Columns = Record<string, unknown>;

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const row = await query.clone().clearSelect().count<{ count: string }[]>('*').first();
  return Number(row?.count ?? 0);
}

function turnTo(query: Knex.QueryBuilder, page: RowsPage, order: readonly string[]): void {
  const direction = page.descending ? 'desc' : 'asc';
  for (const column of [...order, 'id']) query.orderBy(column, direction);
  query.offset(page.offset).limit(page.limit);
}
