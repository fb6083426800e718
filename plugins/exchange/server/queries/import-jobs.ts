import type { ImportFacts, ImportRowError } from '@anju/domain/contracts';
import type { ImportState } from '@anju/domain';
import type { Knex } from 'knex';
import { jsonColumn } from './json-column';
import type { StagedListCounts } from './staged-list-counts';

/** An import as it stands in its row. */
export interface ImportJobRow {
  readonly id: number;
  readonly kind: 'household';
  readonly file_name: string;
  readonly file_size: string | null;
  readonly region_code: string;
  readonly state: ImportState;
  readonly phase: string | null;
  readonly percent: number;
  readonly counts: StagedListCounts | null;
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
}

const COLUMNS = [
  ...['id', 'kind', 'file_name', 'file_size', 'region_code', 'state', 'phase', 'percent', 'counts', 'message'],
  ...['created_at', 'finished_at', 'expires_at', 'content_hash', 'storage_key', 'errors_key', 'facts', 'examples'],
];

function imports(db: Knex): Knex.QueryBuilder {
  return db
    .withSchema('anju')
    .from('import_batch')
    .select(COLUMNS)
    .select(db.raw('anju.account_name(actor) as created_by'));
}

/** A page of the imports in scope, by id, and how many there are. */
export async function importPage(
  db: Knex,
  page: { readonly from: number; readonly size: number; readonly direction: 'asc' | 'desc' },
): Promise<{ readonly rows: readonly ImportJobRow[]; readonly total: number }> {
  const rows = await imports(db)
    .orderBy('id', page.direction)
    .limit(page.size)
    .offset(page.from)
    .then((found: ImportJobRow[]) => found.map(withValues));
  const counted = await db.withSchema('anju').from('import_batch').count<{ count: string }[]>('*').first();
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
    counts: jsonColumn<StagedListCounts>(row.counts),
    facts: jsonColumn<ImportFacts>(row.facts),
    examples: jsonColumn<ImportRowError[]>(row.examples),
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
  { id, content_hash }: ImportJobRow,
): Promise<{ readonly id: number; readonly finished_at: Date } | undefined> {
  if (content_hash === null) return undefined;
  return db
    .withSchema('anju')
    .from('import_batch')
    .where({ content_hash, state: 'committed' })
    .whereNot({ id })
    .orderBy('id', 'desc')
    .first<{ id: number; finished_at: Date } | undefined>('id', 'finished_at');
}

/** The import of the same bytes that is still under way in this region. */
export async function openTwin(
  db: Knex,
  { regionCode, contentHash }: { readonly regionCode: string; readonly contentHash: string },
): Promise<number | undefined> {
  const row = await db
    .withSchema('anju')
    .from('import_batch')
    .where({ region_code: regionCode, content_hash: contentHash })
    .whereIn('state', ['queued', 'checking', 'checked', 'commitQueued', 'committing'])
    .first<{ id: number } | undefined>('id');
  return row?.id;
}
