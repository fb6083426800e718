import type { TownshipRequest, UserRow } from '@anju/domain/contracts';
import { requestDb, RuleBroken } from '@anju/kit';
import { requestTownship, townshipChoices } from '../queries/township-requests';
import { changeUser, readUser } from './user-ledger';

/** What the caller may ask for, and what they have asked for. */
export async function readTownshipRequest(): Promise<TownshipRequest> {
  const choices = await townshipChoices(requestDb());
  return {
    requested: choices.find(({ requested }) => requested)?.code ?? null,
    townships: choices.map(({ code, name }) => ({ code, name })),
  };
}

/** Asks for a township of the own county; throws RuleBroken for any other, and once the caller is placed. */
export async function askForTownship(regionCode: string): Promise<TownshipRequest> {
  if (!(await requestTownship(requestDb(), regionCode))) {
    throw new RuleBroken({ regionCode: '请从本县的乡镇中选择；已有乡镇的账号由上级主管修改' });
  }
  return readTownshipRequest();
}

/** Places a user below the caller in the township that they have asked for. */
export async function confirmTownship(id: number): Promise<UserRow> {
  const { requestedRegionCode } = await readUser(id);
  if (requestedRegionCode === null) throw new RuleBroken({}, '该用户没有待确认的乡镇');
  return changeUser(id, { regionCode: requestedRegionCode });
}
