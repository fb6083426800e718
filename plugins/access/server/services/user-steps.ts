import type { HandOverAnswer, UserRow, UserWithPassword } from '@anju/domain/contracts';
import { requestDb, RuleBroken } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { endAllSignIns } from '../queries/end-sign-in';
import { handOverWork } from '../queries/hand-over';
import { journalAccount } from '../queries/journal-account';
import { unlockAccount } from '../queries/unlock-account';
import { updateUser } from '../queries/write-user';
import { oneTimePassword } from './one-time-password';
import { hashOf } from './password-hash';
import { signInRules } from './sign-in-rules';
import { checkAdministrator, readUser } from './user-ledger';

/** Disables an account below the caller; it is out at once. */
export async function disableUser(id: number): Promise<UserRow> {
  await readUser(id);
  await updateUser(requestDb(), id, { blocked: true });
  await endAllSignIns(requestDb(), id);
  return readUser(id);
}

/** Lets a disabled account below the caller sign in again; throws RuleBroken when its person is another administrator by now. */
export async function enableUser(id: number): Promise<UserRow> {
  const { role, name } = await readUser(id);
  await checkAdministrator(role, name);
  await updateUser(requestDb(), id, { blocked: false });
  return readUser(id);
}

/** Gives an account below the caller a new initial password, unlocks it and ends its sign-ins. */
export async function resetUser(strapi: Core.Strapi, id: number): Promise<UserWithPassword> {
  const { username } = await readUser(id);
  const initialPassword = oneTimePassword(username, (await signInRules(requestDb())).password);
  await updateUser(requestDb(), id, { password: await hashOf(strapi, initialPassword), must_change_password: true });
  await endAllSignIns(requestDb(), id);
  await unlockAccount(requestDb(), id);
  return { user: await readUser(id), initialPassword };
}

/** Lets an account below the caller try to sign in again at once. */
export async function unlockUser(id: number): Promise<UserRow> {
  await readUser(id);
  await unlockAccount(requestDb(), id);
  return readUser(id);
}

/** Ends every sign-in of an account below the caller. */
export async function signOutUser(id: number): Promise<UserRow> {
  const user = await readUser(id);
  await endAllSignIns(requestDb(), id);
  await journalAccount(requestDb(), 'endSignIns', id, user.regionCode);
  return user;
}

/** Gives the drafts and the returned records of a person who leaves to another; throws RuleBroken when that one cannot take them. */
export async function handOver(id: number, to: number): Promise<HandOverAnswer> {
  await readUser(id);
  const answer = await handOverWork(requestDb(), id, to);
  if (!answer) throw new RuleBroken({ to: '请选择您管理的、在用的其他录入人' });
  return answer;
}
