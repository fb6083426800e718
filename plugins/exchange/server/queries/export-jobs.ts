import type { ExportFormat, ExportResource, ExportState } from '@anju/domain';
import type { Knex } from 'knex';
import type { Prefill } from '../exports/recognition-form';

/** Conditions inside one region: what they find is the same whoever asks later. */
export type SettledFilter = Readonly<Record<string, unknown>> & { readonly regionCode: string };

/** An export as it stands in its row. */
export interface ExportJobRow {
  readonly id: number;
  readonly resource: ExportResource;
  readonly region_code: string;
  /** As its resource's contract parses it, inside one region. */
  readonly filter: SettledFilter;
  readonly prefill: Prefill | null;
  readonly format: ExportFormat;
  readonly unmasked: boolean;
  readonly state: ExportState;
  readonly attempts: number;
  readonly rows_done: number;
  readonly rows_total: number | null;
  readonly message: string | null;
  readonly file_name: string | null;
  readonly file_size: string | null;
  readonly storage_key: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly expires_at: Date | null;
}

/** The signed-in person's own exports in scope. */
function ownExports(db: Knex): Knex.QueryBuilder {
  return db.withSchema('anju').from('export_job').whereRaw('actor = anju.actor()');
}

/** A page of the signed-in person's own exports, and how many there are. */
export async function exportRows(
  db: Knex,
  page: { readonly from: number; readonly size: number; readonly direction: 'asc' | 'desc' },
): Promise<{ readonly rows: readonly ExportJobRow[]; readonly total: number }> {
  const rows = await ownExports(db)
    .orderBy('id', page.direction)
    .limit(page.size)
    .offset(page.from)
    .select<ExportJobRow[]>('*');
  const counted = await ownExports(db).count<{ count: string }[]>('*').first();
  return { rows, total: Number(counted?.count ?? 0) };
}

/** One of the signed-in person's own exports; undefined for anybody else's. */
export async function ownExport(db: Knex, id: number): Promise<ExportJobRow | undefined> {
  return ownExports(db).where({ id }).first<ExportJobRow | undefined>('*');
}

/** How many of the signed-in person's exports wait or run. */
export async function openExportCount(db: Knex): Promise<number> {
  const row = await ownExports(db).whereIn('state', ['queued', 'running']).count<{ count: string }[]>('*').first();
  return Number(row?.count ?? 0);
}

export interface NewExport {
  readonly resource: ExportResource;
  readonly filter: SettledFilter;
  readonly prefill: Prefill | null;
  readonly format: ExportFormat;
  readonly unmasked: boolean;
  readonly rowsTotal: number | undefined;
  readonly fileName: string;
  readonly keptHours: number;
}

/** Queues an export in the signed-in person's name, with its journal entry; answers its id. */
export async function insertExport(db: Knex, given: NewExport): Promise<number> {
  const rows = await db
    .withSchema('anju')
    .insert({
      resource: given.resource,
      region_code: given.filter.regionCode,
      filter: JSON.stringify(given.filter),
      prefill: given.prefill && JSON.stringify(given.prefill),
      format: given.format,
      unmasked: given.unmasked,
      actor: db.raw('anju.actor()'),
      rows_total: given.rowsTotal ?? null,
      file_name: given.fileName,
      expires_at: db.raw('now() + make_interval(hours => ?)', [given.keptHours]),
    })
    .into('export_job')
    .returning<{ id: number }[]>('id');
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The export was not queued');
  const { resource, filter, format, unmasked } = given;
  await db.raw(`select anju.write_journal('export', 'export_job', ?, ?, ?::jsonb)`, [
    id,
    filter.regionCode,
    JSON.stringify({ resource, filter, format, unmasked }),
  ]);
  return id;
}
