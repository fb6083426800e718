import { type FormOption, optionsOfField } from '@anju/domain';
import type { HouseholdCorrection, HouseholdRecord } from '@anju/domain/contracts';
import { registerToday, requestDb, RuleBroken } from '@anju/kit';
import { correctHousehold } from '../queries/correct-household';
import { correctMembers } from '../queries/correct-members';
import { writeHouseholdExtras } from '../queries/household-extras';
import type { LockedHousehold } from '../queries/locked-household';
import { membersOfHousehold } from '../queries/members-of-household';
import { configurationInForce, optionsInRegion } from './configuration';
import { memberCorrections } from './corrected-numbers';
import { extraChanges } from './extra-fields';
import { lockHousehold } from './household-lock';
import { readHousehold } from './household-record';
import { settledPlace } from './place';

const DEPARTURE_FIELD = {
  name: 'departureReason',
  label: '退出原因',
  type: 'option',
  required: false,
  optionList: 'departureReason',
} as const;

/** Corrects a household's numbers, phones, remark, departure or village; what is not sent stays as it is. */
export async function correctRecord(id: number, sent: HouseholdCorrection): Promise<HouseholdRecord> {
  const household = await lockHousehold(id, sent.version);
  const correction = { ...sent, ...(await movedTo(household, sent.regionCode)) };
  const db = requestDb();
  const extras = extraChanges(correction.extras ?? {});
  const members = memberCorrections(correction, await membersOfHousehold(db, id));
  await checkDeparture(household, correction);
  if (members.length > 0) await correctMembers(db, id, members);
  const changes = householdChanges(correction);
  if (Object.keys(changes).length > 0) await correctHousehold(db, id, changes);
  if (Object.keys(extras).length > 0) await writeHouseholdExtras(db, id, extras);
  return readHousehold(id);
}

function householdChanges({ remark, departureReason, regionCode }: HouseholdCorrection) {
  return {
    ...(remark === undefined ? {} : { remark }),
    ...(departureReason === undefined ? {} : { departureReason }),
    ...(regionCode === undefined ? {} : { regionCode }),
  };
}

/** A household stays inside its clerk's region and, once bound to a township, does not rise above one. */
async function movedTo(household: LockedHousehold, regionCode: string | undefined) {
  if (regionCode === undefined || regionCode === household.region_code) return {};
  return { regionCode: await settledPlace(regionCode) };
}

async function checkDeparture(
  household: LockedHousehold,
  { departureReason, remark }: HouseholdCorrection,
): Promise<void> {
  if (!departureReason) return;
  const options: readonly FormOption[] = optionsInRegion(
    await configurationInForce(household.configuration_stamp),
    household.region_code,
  );
  const chosen = optionsOfField(DEPARTURE_FIELD, options, registerToday()).find(({ key }) => key === departureReason);
  if (!chosen) throw new RuleBroken({ departureReason: '退出原因不在可选范围内' });
  if (chosen.requiresNote && !remark) throw new RuleBroken({ remark: `退出原因为“${chosen.label}”的，请在备注中说明` });
}
