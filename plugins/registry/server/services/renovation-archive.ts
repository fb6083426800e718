import { ARCHIVE_FIELDS } from '@anju/domain';
import type { SafeguardInputOf } from '@anju/domain/contracts';
import { requestDb, RuleBroken } from '@anju/kit';
import { type ArchiveOfHousehold, linkedArchive } from '../queries/archive-of-household';
import { householdHead } from '../queries/household-head';
import type { LockedHousehold } from '../queries/locked-household';
import { type ArchiveChanges, insertRenovation, updateRenovation } from '../queries/write-renovation';

type RenovationInput = SafeguardInputOf<'renovation'>;

/** A recognition as a renovation beside the archive that its household has, if any. */
export interface WithArchive {
  readonly input: RenovationInput;
  readonly archiveId: number | undefined;
}

/** The input with what its household's archive, if there is one in the scope, holds already in the fields that were left out. */
export async function withArchive(
  input: RenovationInput,
  archive: ArchiveOfHousehold | undefined,
  householdId: number,
): Promise<WithArchive> {
  if (!archive) {
    await refuseSecondArchive(householdId);
    return { input, archiveId: undefined };
  }
  refuseOtherSubsidy(input, archive);
  const kept = Object.fromEntries(ARCHIVE_FIELDS.map((field) => [field, archive[field]]));
  const sent = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return { input: { ...input, ...kept, kindNote: archive.modeNote, ...sent }, archiveId: archive.id };
}

/** Writes the archive fields into the household's archive, opening one in its head's name when it has none; returns its id. */
export async function saveArchive(
  household: LockedHousehold,
  input: RenovationInput,
  archiveId: number | undefined,
): Promise<number> {
  const db = requestDb();
  if (archiveId !== undefined) {
    await updateRenovation(db, archiveId, household.id, archiveFields(input));
    return archiveId;
  }
  const head = await householdHead(db, household.id);
  if (!head) throw new RuleBroken({ kind: '该户没有户主，不能建立危房改造档案，请联系名单导入人员' });
  const opened = {
    regionCode: household.region_code,
    headName: head.name,
    idNumber: head.id_number,
    povertyType: household.source === 'registry' ? 'registeredPoor' : null,
    personCount: head.member_count,
  };
  return insertRenovation(db, opened, archiveFields(input));
}

function archiveFields(input: RenovationInput): ArchiveChanges {
  const fields = Object.fromEntries(ARCHIVE_FIELDS.map((field) => [field, input[field] ?? null]));
  return { ...fields, modeNote: input.kindNote ?? null };
}

/** A household that moved may be linked to an archive that stayed behind, out of the writer's sight: it keeps that one. */
async function refuseSecondArchive(householdId: number): Promise<void> {
  if ((await linkedArchive(requestDb(), householdId)) === null) return;
  throw new RuleBroken({
    kind: '该户已关联的危房改造档案在其他乡镇/县，不能另建档案，请联系档案所在地或上级管理人员处理',
  });
}

/** A total that stands beside its parts is their sum; it is corrected in the parts. */
function refuseOtherSubsidy({ subsidyTotal }: RenovationInput, { subsidyOfParts }: ArchiveOfHousehold): void {
  if (subsidyOfParts === null || subsidyTotal === undefined || subsidyTotal === subsidyOfParts) return;
  throw new RuleBroken({
    subsidyTotal: `档案中各级补助合计为 ${subsidyOfParts.toFixed(2)} 元，补助资金应与其一致；如需更正，请修改危房改造档案`,
  });
}
