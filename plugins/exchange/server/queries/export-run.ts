import type { Knex } from 'knex';
import type { ExportJobRow } from './export-jobs';
import { jsonColumn } from './json-column';

/** Locks of this kind tell that a process works on the export whose number is the second half of the key. */
const EXPORT_RUNNING = 726_072;
/** Between taking an export up and locking it in its own transaction lies a moment. */
const SECONDS_TO_START = 30;

/** Takes up the oldest waiting export; processes that ask at once get different ones. */
export async function takeUpExport(db: Knex): Promise<ExportJobRow | undefined> {
  const { rows } = await db.raw<{ rows: ExportJobRow[] }>(
    `update anju.export_job set state = 'running', attempts = attempts + 1, rows_done = 0, message = null, started_at = now()
     where id = (select id from anju.export_job where state = 'queued' order by id limit 1 for update skip locked)
     returning *`,
  );
  const row = rows[0];
  const filter = jsonColumn<ExportJobRow['filter']>(row?.filter);
  return row && filter ? { ...row, filter, prefill: jsonColumn<ExportJobRow['prefill']>(row.prefill) } : undefined;
}

/** Holds the export for this transaction, so that others see that it is being worked on. */
export async function holdExport(db: Knex, id: number): Promise<void> {
  await db.raw('select pg_advisory_xact_lock(?, ?)', [EXPORT_RUNNING, id]);
}

/** Queues exports again whose process has died; gives up those that died too often. */
export async function resumeAbandonedExports(db: Knex, mostAttempts: number): Promise<void> {
  await db.raw(
    `with running as materialized (
       select id from anju.export_job where state = 'running' and started_at < now() - make_interval(secs => :seconds)),
     abandoned as materialized (select id from running where pg_try_advisory_xact_lock(:lock, id))
     update anju.export_job e set rows_done = 0, state = case when attempts < :most then 'queued' else 'failed' end,
       message = case when attempts < :most then null else '导出多次中断，请缩小范围后再试' end
     from abandoned where e.id = abandoned.id`,
    { seconds: SECONDS_TO_START, lock: EXPORT_RUNNING, most: mostAttempts },
  );
}

/** Writes how far an export has come. */
export async function reportExport(db: Knex, { id, attempts }: ExportJobRow, rowsDone: number): Promise<void> {
  await running(db, id, attempts).update({ rows_done: rowsDone });
}

export interface WrittenExport {
  readonly rows: number;
  readonly storageKey: string;
  readonly fileSize: number;
}

/** Ends an export; false when somebody else has taken it up meanwhile. */
export async function endExport(db: Knex, { id, attempts }: ExportJobRow, written: WrittenExport): Promise<boolean> {
  const changed = await running(db, id, attempts).update({
    state: 'done',
    rows_done: written.rows,
    storage_key: written.storageKey,
    file_size: written.fileSize,
    finished_at: db.fn.now(),
  });
  return changed === 1;
}

/** Ends an export that went wrong, with the reason in words, or queues it again. */
export async function failExport(
  db: Knex,
  { id, attempts }: ExportJobRow,
  given: { readonly state: 'failed' | 'queued'; readonly message: string | null },
): Promise<void> {
  await running(db, id, attempts).update({ ...given, rows_done: 0, finished_at: db.fn.now() });
}

function running(db: Knex, id: number, attempts: number): Knex.QueryBuilder {
  return db.withSchema('anju').from('export_job').where({ id, attempts, state: 'running' });
}
