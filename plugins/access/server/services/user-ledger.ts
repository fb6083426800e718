import { USER_LEVELS } from '@anju/domain';
import { type NewUser, type UserChange, type UserFilter, type UserRow, userRow } from '@anju/domain/contracts';
import type { UserProposal, UserWithPassword } from '@anju/domain/contracts';
import { NotFound, type Page, registerToday, requestDb, RuleBroken } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { endAllSignIns } from '../queries/end-sign-in';
import { managedUserCount, managedUsers, type StoredUserRow, type UserOrder } from '../queries/managed-users';
import { townshipsWithoutClerk } from '../queries/townships-without-clerk';
import { administratorOfName } from '../queries/administrator-of-name';
import { insertUser, isUsernameTaken, setUserRole, updateUser, type UserColumns } from '../queries/write-user';
import { oneTimePassword } from './one-time-password';
import { hashOf } from './password-hash';
import { checkPassword } from './password-rules';
import { configuredRole } from './roles-file';
import { signInRules } from './sign-in-rules';
import { ADMINISTRATORS, type Grant, grantOf, isAdministrator } from './user-grant';

const DEFAULT_SIZE = 25;
const BY_REGION: UserOrder = { field: 'regionCode', direction: 'ASC' };

/** A list request as its contract parses it. */
export interface UserListQuery {
  readonly filter?: UserFilter | undefined;
  readonly range?: readonly [number, number] | undefined;
  readonly sort?: readonly [UserOrder['field'], UserOrder['direction']] | undefined;
}

/** One page of the accounts below the caller. */
export async function listUsers({ filter = {}, range, sort }: UserListQuery): Promise<Page<UserRow>> {
  const [from, to] = range ?? [0, DEFAULT_SIZE - 1];
  const order = sort ? { field: sort[0], direction: sort[1] } : BY_REGION;
  const found = await managedUsers(requestDb(), filter, order, { limit: to - from + 1, offset: from });
  return { rows: found.map(rowOf), from, total: await managedUserCount(requestDb(), filter) };
}

/** An account below the caller; throws NotFound for every other, whether it exists or not. */
export async function readUser(id: number): Promise<UserRow> {
  const [found] = await managedUsers(requestDb(), { id }, BY_REGION, { limit: 1, offset: 0 });
  if (!found) throw new NotFound('没有这个用户，或不在您的管理范围内');
  return rowOf(found);
}

/** Makes an account below the caller; its password has to be changed at the first sign-in. */
export async function createUser(strapi: Core.Strapi, user: NewUser): Promise<UserWithPassword> {
  const { password: rules } = await signInRules(requestDb());
  const { username, role, regionCode, initialPassword = oneTimePassword(username, rules), ...details } = user;
  checkPassword('initialPassword', initialPassword, username, rules);
  checkValidity(details.validUntil);
  const grant = await grantOf(role, regionCode);
  await checkAdministrator(role, details.name);
  if (await isUsernameTaken(requestDb(), username)) throw new RuleBroken({ username: '用户名已被使用，请换一个' });
  const id = await insertUser(requestDb(), username, {
    ...columnsOf(details),
    ...placeOf(grant),
    blocked: false,
    password: await hashOf(strapi, initialPassword),
    must_change_password: true,
  });
  await setUserRole(requestDb(), id, grant.roleId);
  return { user: await readUser(id), initialPassword };
}

/** Three administrators watch each other, so that one person is one of them at most. */
export async function checkAdministrator(role: string, name: string): Promise<void> {
  if (!isAdministrator(role)) return;
  const other = await administratorOfName(
    requestDb(),
    name,
    ADMINISTRATORS.filter((one) => one !== role),
  );
  if (other === undefined) return;
  const label = configuredRole(other)?.label ?? other;
  throw new RuleBroken({ name: `${name}已是${label}；系统、安全、审计三类管理员须由不同的人担任` });
}

/** Changes an account below the caller; another role or region ends its sign-ins, since they were for the old one. */
export async function changeUser(id: number, { role, regionCode, ...details }: UserChange): Promise<UserRow> {
  const before = await readUser(id);
  if (details.validUntil !== before.validUntil) checkValidity(details.validUntil);
  const isMoved = (role ?? before.role) !== before.role || (regionCode ?? before.regionCode) !== before.regionCode;
  if (role !== undefined && role !== before.role && (isAdministrator(role) || isAdministrator(before.role))) {
    throw new RuleBroken({ role: '系统、安全、审计管理员的账号不能改任其他角色，也不能由其他角色改任，请另开账号' });
  }
  if (details.name !== undefined && details.name !== before.name) await checkAdministrator(before.role, details.name);
  const grant = isMoved ? await grantOf(role ?? before.role, regionCode ?? before.regionCode) : undefined;
  await updateUser(requestDb(), id, columnsOf(details));
  if (grant) await moveUser(before, grant);
  return readUser(id);
}

/** The database judges each step, so that the account must be below the caller also between them: down by place first, up by role first. */
async function moveUser({ id, level }: UserRow, grant: Grant): Promise<void> {
  const isDown = USER_LEVELS.indexOf(grant.level) > USER_LEVELS.indexOf(level);
  if (isDown) await updateUser(requestDb(), id, placeOf(grant));
  await setUserRole(requestDb(), id, grant.roleId);
  if (!isDown) await updateUser(requestDb(), id, placeOf(grant));
  await endAllSignIns(requestDb(), id);
}

/** Townships of the caller that nobody enters for. */
export function proposeUsers(): Promise<readonly UserProposal[]> {
  return townshipsWithoutClerk(requestDb());
}

function rowOf({ row }: StoredUserRow): UserRow {
  const role = String(row.role);
  return userRow.parse({ ...row, roleLabel: configuredRole(role)?.label ?? role });
}

function placeOf({ level, regionCode }: Grant): UserColumns {
  return { level, region_code: regionCode };
}

function columnsOf({ name, unit, phone, ...details }: Omit<UserChange, 'role' | 'regionCode'>): UserColumns {
  const columns = {
    name,
    unit,
    phone,
    township_reviewer: details.townshipReviewer,
    county_reviewer: details.countyReviewer,
    valid_until: details.validUntil,
  };
  // What is left out of a change stays as it is.
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function checkValidity(validUntil: string | null | undefined): void {
  if (validUntil && validUntil < registerToday()) throw new RuleBroken({ validUntil: '有效期不能早于今天' });
}
