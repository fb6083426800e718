import type { HouseholdRecord } from '@anju/domain/contracts';
import { ask, askLast } from '@anju/kit';
import type { Knex } from 'knex';
import { JOIN_ARCHIVE } from './archive-of-household';
import { RELOCATION_JSON, RELOCATION_OF_HOUSEHOLD } from './relocation-entry-rows';
import { ARCHIVE_JSON } from './renovation-record-json';
import { ARCHIVE_PHOTOS, STORED_FILE_JSON } from './stored-file-json';
import { IS_UNSETTLED_OF_HOUSEHOLD } from './unsettled-warning';

/** A record as one statement reads it: the contract's fields, numbers and phones in full, warnings as they are stored. */
export interface RecordRow {
  readonly record: Omit<HouseholdRecord, 'masked' | 'extras' | 'warnings'> & { readonly warnings: unknown };
}

/** The whole record of one household; undefined when it does not exist or lies outside the scope. */
export async function householdRecordRow(db: Knex, id: number): Promise<RecordRow | undefined> {
  const [row] = await ask<RecordRow>(db, { sql: RECORD, values: [id] });
  return row;
}

/** The same as the last statement of a save's transaction (askLast). */
export async function savedHouseholdRow(db: Knex, id: number): Promise<RecordRow | undefined> {
  const [row] = await askLast<RecordRow>(db, { sql: RECORD, values: [id] });
  return row;
}

/** `$1` is the household; numbers and phones are in full. */
export const RECORD = `
select json_build_object(
  'id', h.id, 'registryNumber', h.registry_number, 'source', h.source, 'regionCode', h.region_code,
  'regionName', coalesce(g.full_name, h.region_code),
  'headName', coalesce((select p.name from members p where p.household_id = h.id and p.is_head), ''),
  'memberCount', h.member_count, 'povertyAttribute', h.poverty_attribute, 'povertyCause', h.poverty_cause,
  'povertyExited', h.poverty_exited, 'exitYear', h.exit_year, 'recognised', h.recognised, 'remark', h.remark,
  'departureReason', h.departure_reason, 'verificationNote', h.verification_note,
  'vanishedAt', h.vanished_at::timestamptz, 'version', h.version,
  'members', coalesce((
    select json_agg(json_build_object(
      'id', m.id, 'personNumber', m.person_number, 'name', m.name, 'isHead', m.is_head, 'relationToHead', m.relation_to_head,
      'gender', m.gender, 'ethnicity', m.ethnicity, 'registryIdNumber', m.registry_id_number,
      'correctedIdNumber', m.corrected_id_number, 'registryPhone', m.registry_phone, 'correctedPhone', m.corrected_phone,
      'vanishedAt', m.vanished_at::timestamptz) order by m.is_head desc, m.id)
    from members m where m.household_id = h.id), '[]'),
  'safeguard', case when s.id is not null then json_build_object(
    'id', s.id, 'kind', s.kind, 'kindNote', s.kind_note, 'appraisalResult', s.appraisal_result, 'appraiser', s.appraiser,
    'appraisalDate', s.appraisal_date, 'originalAppraisalResult', s.original_appraisal_result, 'renovationId', s.renovation_id,
    'relocationEntryId', s.relocation_entry_id, 'relocationType', s.relocation_type, 'startDate', s.start_date,
    'completionDate', s.completion_date, 'moveInDate', s.move_in_date, 'notStarted', s.not_started,
    'notCompleted', s.not_completed, 'notMovedIn', s.not_moved_in, 'confirmedBy', s.confirmed_by,
    'publicHousingType', s.public_housing_type, 'otherMeansType', s.other_means_type, 'entryPerson', s.entry_person,
    'entryDate', s.entry_date, 'townshipReviewer', s.township_reviewer, 'townshipReviewDate', s.township_review_date,
    'countyReviewer', s.county_reviewer, 'countyReviewDate', s.county_review_date, 'reviewState', s.review_state,
    'townshipPaper', coalesce(s.township_paper, false), 'countyPaper', coalesce(s.county_paper, false),
    'returnedByName', anju.account_name(s.returned_by), 'returnedAt', s.returned_at::timestamptz,
    'returnReasons', coalesce(s.return_reasons, '[]')) end,
  'evidence', coalesce((
    select json_agg(json_build_object(
      'householdId', e.household_id, ${STORED_FILE_JSON}) order by e.id)
    from evidences e where e.household_id = h.id and e.deleted_at is null), '[]'),
  'warnings', coalesce((
    select json_agg(json_build_object(
      'id', w.id, 'kind', w.kind, 'state', w.state, 'severity', w.severity, 'explanation', w.explanation, 'steps', w.steps,
      'openedAt', w.opened_at::timestamptz, 'closedAt', w.closed_at::timestamptz) order by w.opened_at, w.id)
    from warnings w where ${IS_UNSETTLED_OF_HOUSEHOLD}), '[]'),
  'renovation', case when a.id is not null then json_build_object(
      ${ARCHIVE_JSON}, 'photos', ${ARCHIVE_PHOTOS}) end,
  'foreignRenovation', (select to_json(f) from anju.foreign_renovation(h.id) f),
  'relocationEntry', (select json_build_object(${RELOCATION_JSON}) from (${RELOCATION_OF_HOUSEHOLD}) r
    left join regions rg on rg.code = r.region_code)
) as record
from households h
left join regions g on g.code = h.region_code
left join safeguards s on s.household_id = h.id
${JOIN_ARCHIVE}
where h.id = $1`;
