import { regionLevel, USER_LEVELS, type UserLevel } from '@anju/domain';
import type { Door, MatrixRole } from '@anju/domain/contracts';
import { DEMONSTRATION_ACCOUNTS } from '@anju/exchange/demonstration';
import { readConfig } from '@anju/kit';

/** The demonstration's accounts, and the roles that it has no account of. */
export const PEOPLE = [
  ...DEMONSTRATION_ACCOUNTS,
  { username: 'door-department', role: 'department', regionCode: '520425102' },
  { username: 'door-viewer', role: 'viewer', regionCode: '520425' },
];
/** Their user names. */
export const ACCOUNTS = PEOPLE.map(({ username }) => username);

interface RolesFile {
  readonly roles: readonly MatrixRole[];
}

/** The roles as config/roles.json has them. */
export function shippedRoles(): readonly MatrixRole[] {
  return (readConfig('roles.json') as RolesFile).roles;
}

/** Whether an account's role opens a door. */
export function mayUse(door: Door, username: string): boolean {
  if (door.access === 'signedIn' || door.access === 'public') return true;
  if (door.levels && !door.levels.includes(levelOf(username))) return false;
  const duties = dutiesOf(username);
  return door.access.some((duty) => duties.includes(duty));
}

/** Whether an account enters recognitions. */
export function mayEnter(username: string): boolean {
  return dutiesOf(username).includes('enter');
}

function dutiesOf(username: string): MatrixRole['duties'] {
  const key = PEOPLE.find((account) => account.username === username)?.role;
  return shippedRoles().find((role) => role.key === key)?.duties ?? [];
}

/** The level of an account is that of its region; a township whose code is not filled in is one all the same. */
export function levelOf(username: string): UserLevel {
  const region = PEOPLE.find((account) => account.username === username)?.regionCode;
  if (region === undefined || !isPlaced(username)) return 'township';
  return USER_LEVELS.find((_level, index) => index === regionLevel(region)) ?? 'township';
}

/** Whether an account's township is filled in. */
export function isPlaced(username: string): boolean {
  return username !== 'demo-township-unset';
}

/** Region of an account. */
export function regionOf(username: string): string {
  return PEOPLE.find((account) => account.username === username)?.regionCode ?? '-';
}
