import type { ImportKind } from '@anju/domain';
import { ARCHIVE_COLUMN_NAMES } from './compare-archives';

const RELOCATION_COLUMNS = [
  ...[
    'region_code',
    'household_number',
    'person_name',
    'id_number',
    'resettlement_mode',
    'resettlement_site',
    'project',
  ],
  ...['status', 'start_date', 'completion_date', 'move_in_date', 'vanished_at', 'import_batch_id'],
];
const HOUSEHOLD_COLUMNS = [
  ...['registry_number', 'source', 'region_code', 'registry_region_code', 'member_count', 'poverty_attribute'],
  ...['poverty_cause', 'poverty_exited', 'exit_year', 'vanished_at', 'import_batch_id'],
];
const MEMBER_COLUMNS = [
  ...[
    'person_number',
    'name',
    'is_head',
    'relation_to_head',
    'gender',
    'ethnicity',
    'registry_id_number',
    'registry_phone',
  ],
  'vanished_at',
];

/** Deletes what the batch `import_run` made of a table. */
const deleteNew = (table: string) => `
  delete from ${table} r where r.import_batch_id = (select id from import_run)
    and not exists (select from anju.import_change c where c.batch_id = r.import_batch_id and c.table_name = '${table}' and c.row_id = r.id)`;

/** Gives what the batch changed in a table what it had before. */
const restore = (table: string, columns: readonly string[]) => `
  update ${table} r set ${columns.map((column) => `${column} = b.${column}`).join(', ')}
  from anju.import_change c cross join lateral jsonb_populate_record(null::${table}, c.before) b
  where c.batch_id = (select id from import_run) and c.table_name = '${table}' and c.before is not null and r.id = c.row_id`;

/* One head a household, always: who was none steps back before the former one steps in. */
const FORMER_HEADS = `
  update members m set is_head = false from anju.import_change c
  where c.batch_id = (select id from import_run) and c.table_name = 'members' and m.id = c.row_id and m.is_head
    and (c.before ->> 'is_head') is distinct from 'true'`;

const ADDED_MEMBERS = `
  delete from members m using anju.import_change c
  where c.batch_id = (select id from import_run) and c.table_name = 'members' and c.before is null and m.id = c.row_id`;

const SAFEGUARDS = `
  delete from safeguards s using anju.import_change c
  where c.batch_id = (select id from import_run) and c.table_name = 'safeguards' and s.id = c.row_id`;

const ARCHIVES = [
  deleteNew('renovations'),
  restore('renovations', [...ARCHIVE_COLUMN_NAMES, 'imported', 'vanished_at', 'import_batch_id']),
];

const FORGET = 'delete from anju.import_change where batch_id = (select id from import_run)';

/** The statements that take a committed import of a kind back, in their order. */
export const UNDO_STATEMENTS: Readonly<Record<ImportKind, readonly string[]>> = {
  household: [
    deleteNew('households'),
    FORMER_HEADS,
    restore('members', MEMBER_COLUMNS),
    ADDED_MEMBERS,
    restore('households', HOUSEHOLD_COLUMNS),
    FORGET,
  ],
  relocation: [deleteNew('relocation_entries'), restore('relocation_entries', RELOCATION_COLUMNS), FORGET],
  renovation: [...ARCHIVES, FORGET],
  recognition: [SAFEGUARDS, ...ARCHIVES, FORGET],
};
