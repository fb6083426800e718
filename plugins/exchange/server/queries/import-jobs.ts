import { type ImportKind, type ImportState, OPEN_IMPORT_STATES } from '@anju/domain';
import type { ImportExample, ImportFacts, ImportRowError } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import { jsonColumn } from './json-column';
import type { NewImport } from './write-import';
import type { EntryCounts, ListCounts, StagedListCounts } from './staged-list-counts';

/** The counts of any kind. */
export type AnyCounts = ListCounts & Partial<StagedListCounts> & Partial<EntryCounts>;

/** An import as it stands in its row. */
export interface ImportJobRow {
  readonly id: number;
  readonly kind: ImportKind;
  readonly file_name: string;
  readonly file_size: string | null;
  readonly region_code: string;
  readonly state: ImportState;
  readonly phase: string | null;
  readonly percent: number;
  readonly counts: AnyCounts | null;
  readonly message: string | null;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly expires_at: Date | null;
  readonly content_hash: string | null;
  readonly storage_key: string | null;
  readonly errors_key: string | null;
  readonly facts: ImportFacts | null;
  readonly examples: ImportRowError[] | null;
  readonly effects: ImportExample[] | null;
  readonly undo_until: Date | null;
}

const COLUMNS = [
  ...['id', 'kind', 'file_name', 'file_size', 'region_code', 'state', 'phase', 'percent', 'counts', 'message'],
  ...['created_at', 'finished_at', 'expires_at', 'content_hash', 'storage_key', 'errors_key', 'facts', 'examples'],
  ...['effects', 'undo_until'],
];

function imports(db: Knex): Knex.QueryBuilder {
  return db
    .withSchema('anju')
    .from('import_batch')
    .select(COLUMNS)
    .select(db.raw('anju.account_name(actor) as created_by'));
}

/** A page of the imports of these kinds in scope, by id, and how many there are. */
export async function importPage(
  db: Knex,
  kinds: readonly ImportKind[],
  page: { readonly from: number; readonly size: number; readonly direction: 'asc' | 'desc' },
): Promise<{ readonly rows: readonly ImportJobRow[]; readonly total: number }> {
  const rows = await imports(db)
    .whereIn('kind', kinds)
    .orderBy('id', page.direction)
    .limit(page.size)
    .offset(page.from)
    .then((found: ImportJobRow[]) => found.map(withValues));
  const counted = await db
    .withSchema('anju')
    .from('import_batch')
    .whereIn('kind', kinds)
    .count<{ count: string }[]>('*')
    .first();
  return { rows, total: Number(counted?.count ?? 0) };
}

/** One import; undefined outside the scope. */
export async function importById(db: Knex, id: number): Promise<ImportJobRow | undefined> {
  const row = await imports(db).where({ id }).first<ImportJobRow | undefined>();
  return row && withValues(row);
}

function withValues(row: ImportJobRow): ImportJobRow {
  return {
    ...row,
    counts: jsonColumn<AnyCounts>(row.counts),
    facts: jsonColumn<ImportFacts>(row.facts),
    examples: jsonColumn<ImportRowError[]>(row.examples),
    effects: jsonColumn<ImportExample[]>(row.effects),
  };
}

/** How many other imports are done before this one. */
export async function importsAhead(db: Knex, id: number): Promise<number> {
  const { rows } = await db.raw<{ rows: { ahead: number }[] }>('select anju.imports_ahead(?) as ahead', [id]);
  return rows[0]?.ahead ?? 0;
}

/** The last committed import of the same bytes, before this one. */
export async function committedTwin(
  db: Knex,
  { id, kind, content_hash }: ImportJobRow,
): Promise<{ readonly id: number; readonly finished_at: Date } | undefined> {
  if (content_hash === null) return undefined;
  return db
    .withSchema('anju')
    .from('import_batch')
    .where({ kind, content_hash, state: 'committed' })
    .whereNot({ id })
    .orderBy('id', 'desc')
    .first<{ id: number; finished_at: Date } | undefined>('id', 'finished_at');
}

/** The import of the same bytes that is still under way in this region. */
export async function openTwin(
  db: Knex,
  { kind, regionCode, contentHash }: Pick<NewImport, 'kind' | 'regionCode' | 'contentHash'>,
): Promise<number | undefined> {
  const row = await db
    .withSchema('anju')
    .from('import_batch')
    .where({ kind, region_code: regionCode, content_hash: contentHash })
    .whereIn('state', [...OPEN_IMPORT_STATES])
    .first<{ id: number } | undefined>('id');
  return row?.id;
}
