import { type FormOption, optionsOfField } from '@anju/domain';
import type { HouseholdCorrection, HouseholdRecord } from '@anju/domain/contracts';
import { registerToday, requestDb, RuleBroken } from '@anju/kit';
import { correctHousehold } from '../queries/correct-household';
import { correctMembers } from '../queries/correct-members';
import type { LockedHousehold } from '../queries/locked-household';
import { membersOfHousehold } from '../queries/members-of-household';
import { configurationInForce, optionsInRegion } from './configuration';
import { memberCorrections } from './corrected-numbers';
import { lockHousehold } from './household-lock';
import { readHousehold } from './household-record';
import { refusePlace } from './place';

const DEPARTURE_FIELD = {
  name: 'departureReason',
  label: '退出原因',
  type: 'option',
  required: false,
  optionList: 'departureReason',
} as const;

/** Corrects a household's numbers, phones, remark, departure or village; what is not sent stays as it is. */
export async function correctRecord(id: number, correction: HouseholdCorrection): Promise<HouseholdRecord> {
  const household = await lockHousehold(id, correction.version);
  const db = requestDb();
  const members = memberCorrections(correction, await membersOfHousehold(db, id));
  await checkRegion(household, correction.regionCode);
  await checkDeparture(household, correction);
  if (members.length > 0) await correctMembers(db, id, members);
  const changes = householdChanges(correction);
  if (Object.keys(changes).length > 0) await correctHousehold(db, id, changes);
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
async function checkRegion(household: LockedHousehold, regionCode: string | undefined): Promise<void> {
  if (regionCode === undefined || regionCode === household.region_code) return;
  await refusePlace(regionCode);
}

async function checkDeparture(
  household: LockedHousehold,
  { departureReason, remark }: HouseholdCorrection,
): Promise<void> {
  if (!departureReason) return;
  const options: readonly FormOption[] = optionsInRegion(await configurationInForce(), household.region_code);
  const chosen = optionsOfField(DEPARTURE_FIELD, options, registerToday()).find(({ key }) => key === departureReason);
  if (!chosen) throw new RuleBroken({ departureReason: '退出原因不在可选范围内' });
  if (chosen.requiresNote && !remark) throw new RuleBroken({ remark: `退出原因为“${chosen.label}”的，请在备注中说明` });
}
