import { maskIdNumber, maskPhone, warningSentence } from '@anju/domain';
import { type HouseholdRecord, type MemberRecord, storedWarning, z } from '@anju/domain/contracts';
import { hasDuty, NotFound, requestDb } from '@anju/kit';
import { householdExtras } from '../queries/household-extras';
import { householdRecordRow, type RecordRow, savedHouseholdRow } from '../queries/household-record';
import { writeJournal } from '../queries/write-journal';
import { extraColumns, extraFields } from './extra-fields';
import { withMaskedNumber } from './masked-entry';

/** What a rule explained is data; all else of a record is what its statement spells out. */
const STORED_WARNINGS = z.array(storedWarning);

/** A household's record for a reader; the opening is journalled. */
export async function openHousehold(id: number): Promise<HouseholdRecord> {
  const record = await readHousehold(id);
  await writeJournal(requestDb(), {
    action: 'open',
    subjectTable: 'households',
    subjectId: id,
    regionCode: record.regionCode,
  });
  return record;
}

/** The record as the signed-in person may see it: in full for those who compare it with a paper list, else masked. */
export async function readHousehold(id: number): Promise<HouseholdRecord> {
  return recordOf(id, await householdRecordRow(requestDb(), id));
}

/** The record that a save answers with; the last that its request asks for, so that the COMMIT travels with it. */
export async function readSavedHousehold(id: number): Promise<HouseholdRecord> {
  // Columns that were added are read by a statement of their own.
  if (extraColumns().length > 0) return readHousehold(id);
  return recordOf(id, await savedHouseholdRow(requestDb(), id));
}

async function recordOf(id: number, row: RecordRow | undefined): Promise<HouseholdRecord> {
  if (!row) throw new NotFound();
  const { record: stored } = row;
  const warnings = STORED_WARNINGS.parse(stored.warnings).map((warning) => ({
    ...warning,
    message: warningSentence(warning),
  }));
  const { relocationEntry } = stored;
  const record = {
    ...stored,
    relocationEntry: relocationEntry && withMaskedNumber(relocationEntry),
    warnings,
    extras: await extrasOf(id),
    masked: false,
  };
  return readsInFull() ? record : masked(record);
}

async function extrasOf(id: number): Promise<HouseholdRecord['extras']> {
  const columns = extraColumns();
  if (columns.length === 0) return [];
  return extraFields(await householdExtras(requestDb(), id, columns), !readsInFull());
}

/** Whether the signed-in person compares records with a paper list, and so reads numbers in full. */
export function readsInFull(): boolean {
  return hasDuty('enter') || hasDuty('reviewTownship') || hasDuty('reviewCounty');
}

function masked(record: HouseholdRecord): HouseholdRecord {
  const { renovation } = record;
  return {
    ...record,
    masked: true,
    members: record.members.map(maskMember),
    renovation: renovation && { ...renovation, idNumber: renovation.idNumber && maskIdNumber(renovation.idNumber) },
  };
}

function maskMember(member: MemberRecord): MemberRecord {
  return {
    ...member,
    registryIdNumber: member.registryIdNumber && maskIdNumber(member.registryIdNumber),
    correctedIdNumber: member.correctedIdNumber && maskIdNumber(member.correctedIdNumber),
    registryPhone: member.registryPhone && maskPhone(member.registryPhone),
    correctedPhone: member.correctedPhone && maskPhone(member.correctedPhone),
  };
}
