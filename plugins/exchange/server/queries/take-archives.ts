import type { Client } from 'pg';
import { ARCHIVE_COLUMN_NAMES, LOCKED_ARCHIVES } from './compare-archives';
import { runStatements } from './run-statements';

/** Writes the compared archives; nothing is deleted, and what a person corrected stays. */
export async function takeArchives(client: Client, batchId: number, onShare: (share: number) => void): Promise<void> {
  await runStatements(client, batchId, [...LOCKED_ARCHIVES, BEFORE, NEW, CHANGED, VANISHED, AFTER], onShare);
}

const names = ARCHIVE_COLUMN_NAMES;

/* What the list changes is kept, so that the import can be taken back. */
const BEFORE = `
  insert into anju.import_change (batch_id, table_name, row_id, region_code, before)
  select (select id from import_run), 'renovations', a.id, a.region_code,
    jsonb_build_object(${names.map((column) => `'${column}', a.${column}`).join(', ')},
      'imported', a.imported, 'vanished_at', a.vanished_at, 'import_batch_id', a.import_batch_id)
  from staged_entry s join renovations a on a.id = s.archive_id where s.status in ('changed', 'vanished')`;

const NEW = `
  insert into renovations (${names.join(', ')}, imported, import_batch_id)
  select ${names.join(', ')}, said, (select id from import_run) from staged_entry where status = 'new' order by region_code, row`;

const CHANGED = `
  update renovations a set ${names.map((column) => `${column} = s.${column}`).join(', ')},
    imported = coalesce(a.imported, '{}') || s.said, vanished_at = null, import_batch_id = (select id from import_run)
  from staged_entry s where s.status = 'changed' and a.id = s.archive_id`;

const VANISHED = `
  update renovations a set vanished_at = now(), import_batch_id = (select id from import_run)
  from staged_entry s where s.status = 'vanished' and a.id = s.archive_id`;

const AFTER = `
  update anju.import_change c set after_version = a.version
  from renovations a where c.batch_id = (select id from import_run) and c.table_name = 'renovations' and a.id = c.row_id`;
