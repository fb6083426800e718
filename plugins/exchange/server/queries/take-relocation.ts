import type { Client } from 'pg';
import { runStatements } from './run-statements';

/** Writes the compared relocation list; nothing is deleted. */
export async function takeRelocation(client: Client, batchId: number, onShare: (share: number) => void): Promise<void> {
  await runStatements(client, batchId, [BEFORE, NEW, CHANGED, VANISHED], onShare);
}

/* What the list changes is kept, so that the import can be taken back. */
const BEFORE = `
  insert into anju.import_change (batch_id, table_name, row_id, region_code, before)
  select (select id from import_run), 'relocation_entries', e.id, e.region_code, jsonb_build_object('region_code', e.region_code,
    'household_number', e.household_number, 'person_name', e.person_name, 'id_number', e.id_number, 'resettlement_mode', e.resettlement_mode,
    'resettlement_site', e.resettlement_site, 'project', e.project, 'status', e.status, 'start_date', e.start_date,
    'completion_date', e.completion_date, 'move_in_date', e.move_in_date, 'vanished_at', e.vanished_at, 'import_batch_id', e.import_batch_id)
  from staged_entry s join relocation_entries e on e.id = s.entry_id where s.status in ('changed', 'vanished')`;

const NEW = `
  insert into relocation_entries (region_code, household_number, person_name, id_number, resettlement_mode, resettlement_site, project,
    status, start_date, completion_date, move_in_date, import_batch_id)
  select region_code, household_number, person_name, id_number, resettlement_mode, resettlement_site, project, stage, start_date,
    completion_date, move_in_date, (select id from import_run)
  from staged_entry where status = 'new' order by region_code, row`;

const CHANGED = `
  update relocation_entries e set region_code = s.region_code, household_number = s.household_number, person_name = s.person_name,
    id_number = s.id_number, resettlement_mode = s.resettlement_mode, resettlement_site = s.resettlement_site, project = s.project,
    status = s.stage, start_date = s.start_date, completion_date = s.completion_date, move_in_date = s.move_in_date, vanished_at = null,
    import_batch_id = (select id from import_run)
  from staged_entry s where s.status = 'changed' and e.id = s.entry_id`;

const VANISHED = `
  update relocation_entries e set vanished_at = now(), import_batch_id = (select id from import_run)
  from staged_entry s where s.status = 'vanished' and e.id = s.entry_id`;
