import { idKey } from '@anju/domain';
import type { HouseholdRecord, NewHousehold, NewMember } from '@anju/domain/contracts';
import { requestDb, RuleBroken } from '@anju/kit';
import { addHousehold } from '../queries/add-household';
import { householdVersion } from '../queries/household-version';
import { lockPersons } from '../queries/lock-persons';
import { personsStanding } from '../queries/persons-standing';
import { readHousehold } from './household-record';
import { settledPlace } from './place';
import { recogniseHousehold } from './safeguard';
import { standingWords } from './standing';

/**
 * 库外信息补录: adds a household that the list lacks, recognised at once when its safeguard is sent along.
 * Throws RuleBroken at the number of a person who stands on or beside the list already; nothing is written then.
 */
export async function addOffListHousehold(given: NewHousehold): Promise<HouseholdRecord> {
  const sent = { ...given, regionCode: await settledPlace(given.regionCode) };
  await refuseKnownPersons(sent.members);
  const id = await addHousehold(requestDb(), sent);
  const version = (await householdVersion(requestDb(), id))?.version ?? 1;
  if (!sent.safeguard) return readHousehold(id);
  return recogniseHousehold(id, { ...sent.safeguard, version }).catch(atSafeguard);
}

async function refuseKnownPersons(members: readonly NewMember[]): Promise<void> {
  const fields = new Map<string, string>();
  const errors: Record<string, string> = {};
  members.forEach(({ idNumber }, index) => {
    const key = idNumber ? idKey(idNumber) : null;
    const field = `members.${index}.idNumber`;
    if (key === null) return;
    if (fields.has(key)) errors[field] = '与本户其他成员的身份证号相同';
    else fields.set(key, field);
  });
  const keys = [...fields.keys()];
  if (keys.length > 0) await lockPersons(requestDb(), keys);
  const standing = keys.length > 0 ? await personsStanding(requestDb(), keys) : [];
  for (const row of standing) {
    const field = fields.get(row.id_key);
    if (field) errors[field] = standingWords(row);
  }
  if (Object.keys(errors).length > 0) throw new RuleBroken(errors);
}

/** Names the safeguard's fields as they stand in this request. */
function atSafeguard(error: unknown): never {
  if (!(error instanceof RuleBroken)) throw error;
  const named = Object.entries(error.errors).map(([field, text]) => [`safeguard.${field}`, text] as const);
  throw new RuleBroken(Object.fromEntries(named), error.message);
}
