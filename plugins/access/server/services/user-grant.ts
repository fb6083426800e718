import { regionLevel, USER_LEVELS, type UserLevel } from '@anju/domain';
import type { GrantableRole } from '@anju/domain/contracts';
import { requestActor, requestDb, RuleBroken } from '@anju/kit';
import { regionExists } from '../queries/account-facts';
import { mayGrant } from '../queries/may-grant';
import { roleId } from '../queries/role-actions';
import { configuredRole, configuredRoles, type RoleEntry } from './roles-file';

/** The roles that exclude each other. */
export const ADMINISTRATORS: readonly string[] = ['systemAdministrator', 'securityAdministrator', 'auditor'];

/** Whether a role is one of the three that exclude each other. */
export function isAdministrator(role: string): boolean {
  return ADMINISTRATORS.includes(role);
}

/** What an account becomes by a role in a region. */
export interface Grant {
  readonly roleId: number;
  readonly level: UserLevel;
  readonly regionCode: string;
}

/** Roles that the caller may give, with the levels of accounts that it may give each to. */
export function grantableRoles(): readonly GrantableRole[] {
  const own = configuredRole(requestActor().role);
  return configuredRoles()
    .filter(({ key }) => own?.mayGrant.includes(key))
    .map((role) => ({ role: role.key, label: role.label, levels: levelsBelow(role, own) }))
    .filter(({ levels }) => levels.length > 0);
}

function levelsBelow(role: RoleEntry, own: RoleEntry | undefined): UserLevel[] {
  const depth = USER_LEVELS.indexOf(requestActor().level);
  const isOwnToo = own?.grantsInOwnRegion.includes(role.key) ?? false;
  return role.levels.filter((level) => USER_LEVELS.indexOf(level) >= depth + (isOwnToo ? 0 : 1));
}

/** What the caller gives by a role in a region; throws RuleBroken at the field that is not theirs to give. */
export async function grantOf(role: string, regionCode: string): Promise<Grant> {
  const offered = grantableRoles().find((entry) => entry.role === role);
  const id = offered && (await roleId(requestDb(), role));
  if (!offered || id === undefined) throw new RuleBroken({ role: '您不能授予这个角色' });
  const level = levelIn(regionCode, offered.levels, configuredRole(role)?.levels.length === 1);
  if (level === undefined || !(await mayGrant(requestDb(), role, level, regionCode))) {
    throw new RuleBroken({ regionCode: '请在您的行政区划内，选择与角色级别相符的下级行政区划' });
  }
  if (!(await regionExists(requestDb(), regionCode))) throw new RuleBroken({ regionCode: '没有这个行政区划' });
  return { roleId: id, level, regionCode };
}

/** The region's own level where the role exists there; a role of townships alone may wait in a county for its township. */
function levelIn(regionCode: string, levels: readonly UserLevel[], isOfOneLevel: boolean): UserLevel | undefined {
  const own = USER_LEVELS.find((_level, depth) => depth === regionLevel(regionCode));
  if (own !== undefined && levels.includes(own)) return own;
  return own === 'county' && isOfOneLevel && levels.includes('township') ? 'township' : undefined;
}
