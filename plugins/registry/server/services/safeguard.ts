import { checkSafeguard, type FieldMessages, kindColumns, recordedValues, withoutUnasked } from '@anju/domain';
import type { HouseholdRecord, SafeguardInput, SafeguardWithdrawal } from '@anju/domain/contracts';
import { registerToday, requestActor, requestDb, RuleBroken } from '@anju/kit';
import { type ArchiveOfHousehold, archiveOfHousehold } from '../queries/archive-of-household';
import type { LockedHousehold } from '../queries/locked-household';
import { relocationEntryOfHousehold } from '../queries/relocation-entry-of-household';
import { reopenReturned, writePaperApproval } from '../queries/review-state';
import { writeJournal } from '../queries/write-journal';
import { ArchiveTaken, deleteSafeguard, insertSafeguard, updateSafeguard } from '../queries/write-safeguard';
import { configurationInForce, optionsInRegion } from './configuration';
import { lockHousehold, lockHouseholdAnd } from './household-lock';
import { readHousehold, readSavedHousehold } from './household-record';
import { approvesOnPaper } from './paper-review';
import { saveArchive, withArchive } from './renovation-archive';

/** Recognises a household: its safeguard as a whole, in the place of any it had. */
export async function recogniseHousehold(id: number, sent: SafeguardInput): Promise<HouseholdRecord> {
  const [household, archive] = await locked(id, sent);
  const { input, archiveId } = await judged(household, sent, archive);
  const before = household.safeguard;
  const onPaper = await approvesOnPaper(household, input, before);
  if (before?.review_state === 'returned') await reopenReturned(requestDb(), id);
  const renovationId = input.kind === 'renovation' ? await saveArchive(household, input, archiveId) : null;
  const entryId = input.kind === 'povertyRelocation' ? await relocationEntryOfHousehold(requestDb(), id) : null;
  const saved = {
    householdId: id,
    regionCode: household.region_code,
    source: household.source,
    kind: input.kind,
    kindNote: input.kindNote ?? null,
    ...kindColumns(input),
    renovationId,
    relocationEntryId: entryId ?? null,
    entryPerson: input.entryPerson,
    entryDate: input.entryDate,
    townshipReviewer: input.townshipReviewer ?? null,
    townshipReviewDate: input.townshipReviewDate ?? null,
    countyReviewer: input.countyReviewer ?? null,
    countyReviewDate: input.countyReviewDate ?? null,
    reviewState: 'entered',
    enteredBy: requestActor().id,
  };
  // An insert that turns into an update fires the triggers of both.
  if (before) await updateSafeguard(requestDb(), saved);
  else await insertSafeguard(requestDb(), saved).catch(refuseTakenArchive);
  if (onPaper) await writePaperApproval(requestDb(), id).catch(refuseTakenArchive);
  return readSavedHousehold(id).catch(refuseTakenArchive);
}

/** Takes a recognition back; the household is unrecognised again and the reason stands in the journal. */
export async function withdrawRecognition(
  id: number,
  { version, reason }: SafeguardWithdrawal,
): Promise<HouseholdRecord> {
  const household = await lockHousehold(id, version);
  if (!(await deleteSafeguard(requestDb(), id))) throw new RuleBroken({}, '该户尚未认定，没有可撤销的认定');
  await writeJournal(requestDb(), {
    action: 'withdraw',
    subjectTable: 'households',
    subjectId: id,
    regionCode: household.region_code,
    detail: { reason },
  });
  return readSavedHousehold(id);
}

/** The household locked for the save, and the archive that a renovation completes. */
async function locked(
  id: number,
  { kind, version }: SafeguardInput,
): Promise<readonly [LockedHousehold, ArchiveOfHousehold | undefined]> {
  if (kind !== 'renovation') return [await lockHousehold(id, version), undefined];
  return lockHouseholdAnd(id, version, () => archiveOfHousehold(requestDb(), id));
}

function refuseTakenArchive(error: unknown): never {
  throw error instanceof ArchiveTaken ? new RuleBroken({ kind: '该危房改造档案已关联其他户' }) : error;
}

function isRefused(messages: FieldMessages): boolean {
  return Object.keys(messages).length > 0;
}

interface Judged {
  readonly input: SafeguardInput;
  /** Of a renovation whose household has an archive. */
  readonly archiveId: number | undefined;
}

/** The input as the form's rules accept it; throws RuleBroken with a sentence at each field that they refuse. */
async function judged(
  household: LockedHousehold,
  sent: SafeguardInput,
  archive: ArchiveOfHousehold | undefined,
): Promise<Judged> {
  const configuration = await configurationInForce(household.configuration_stamp);
  const { form } = configuration;
  const options = optionsInRegion(configuration, household.region_code);
  const whole =
    sent.kind === 'renovation' ? await withArchive(sent, archive, household.id) : { input: sent, archiveId: undefined };
  const input = withoutUnasked(whole.input, form, options);
  const context = { today: registerToday(), options, forms: form };
  if (!isRefused(checkSafeguard(input, context))) return { input, archiveId: whole.archiveId };
  const recorded = recordedValues(await readHousehold(household.id), input.kind);
  const messages = checkSafeguard(input, { ...context, recorded });
  if (isRefused(messages)) throw new RuleBroken(messages);
  return { input, archiveId: whole.archiveId };
}
