import type { Client } from 'pg';
import { runStatements } from './run-statements';

/**
 * Writes the compared list into the register: list columns only, corrections are not touched; nothing is deleted.
 * Tells before each of its statements which share (0–1) is done.
 */
export async function takeStagedList(
  client: Client,
  batchId: number,
  onShare: (share: number) => void = () => undefined,
): Promise<void> {
  await runStatements(client, batchId, STATEMENTS, onShare);
}

const NEW_HOUSEHOLDS = `
  insert into households (registry_number, source, region_code, registry_region_code, member_count, poverty_attribute,
    poverty_cause, poverty_exited, exit_year, recognised, import_batch_id, version)
  select household_number, 'registry', region_code, registry_region_code, member_count, poverty_attribute, poverty_cause,
    poverty_exited, exit_year, false, (select id from import_run), 1
  from staged_household where status = 'new' order by region_code, household_number`;

const NEW_HOUSEHOLD_IDS = `
  update staged_household s set household_id = (select h.id from households h where h.registry_number = s.household_number)
  where s.status = 'new'`;

/* A household beside the list takes its number from the list here; of every other one number and source stay. */
const CHANGED_HOUSEHOLDS = `
  update households h set registry_number = s.household_number, source = 'registry', region_code = s.region_code, registry_region_code = s.registry_region_code,
    member_count = s.member_count,
    poverty_attribute = s.poverty_attribute, poverty_cause = s.poverty_cause, poverty_exited = s.poverty_exited,
    exit_year = s.exit_year, vanished_at = null, import_batch_id = (select id from import_run)
  from staged_household s where s.status = 'changed' and h.id = s.household_id`;

/* One head a household, always: the former head steps back before the new one steps in. */
const FORMER_HEADS = `
  update members m set is_head = false
  from staged_member s where s.status in ('changed', 'vanished') and m.id = s.member_id and m.is_head and not s.is_head`;

const NEW_MEMBERS = `
  insert into members (household_id, region_code, person_number, name, is_head, relation_to_head, gender, ethnicity,
    registry_id_number, registry_phone)
  select h.household_id, h.region_code, s.person_number, s.name, s.is_head, s.relation, s.gender, s.ethnicity, s.id_number, s.phone
  from staged_member s join staged_household h using (household_number)
  where s.status = 'new' order by h.household_id, s.row`;

const CHANGED_MEMBERS = `
  update members m set person_number = s.person_number, name = s.name, is_head = s.is_head, relation_to_head = s.relation, gender = s.gender,
    ethnicity = s.ethnicity, registry_id_number = s.id_number, registry_phone = s.phone, vanished_at = null
  from staged_member s where s.status = 'changed' and m.id = s.member_id`;

const VANISHED_MEMBERS = `
  update members m set vanished_at = now() from staged_member s where s.status = 'vanished' and m.id = s.member_id`;

const VANISHED_HOUSEHOLDS = `
  update households h set vanished_at = now() from vanished_household v where h.id = v.id`;

const STATEMENTS = [
  NEW_HOUSEHOLDS,
  NEW_HOUSEHOLD_IDS,
  CHANGED_HOUSEHOLDS,
  FORMER_HEADS,
  NEW_MEMBERS,
  CHANGED_MEMBERS,
  VANISHED_MEMBERS,
  VANISHED_HOUSEHOLDS,
];
