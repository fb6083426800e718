import { regionLevel, USER_LEVELS, type UserLevel } from '@anju/domain';
import { BadInput, inTransaction } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { regionExists, takenUsernames } from '../queries/account-facts';
import { roleId } from '../queries/role-actions';
import { hashOf } from './password-hash';
import { configuredRole } from './roles-file';

/** An account to be made by the node's owner. */
export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly regionCode: string | null;
  readonly password: string;
  readonly mustChangePassword: boolean;
  readonly townshipReviewer?: string;
  readonly countyReviewer?: string;
}

/** Makes accounts, all or none; throws BadInput when a name is taken or a role or region does not exist. */
export async function createAccounts(strapi: Core.Strapi, accounts: readonly NewAccount[]): Promise<void> {
  await inTransaction(strapi, async (db) => {
    for (const account of accounts) await createAccount(strapi, db, account);
  });
}

async function createAccount(strapi: Core.Strapi, db: Knex, account: NewAccount): Promise<void> {
  const { role: type, ...values } = account;
  const role = await roleId(db, type);
  const levels = configuredRole(type)?.levels;
  if (role === undefined || !levels) throw new BadInput({ role: `没有角色 ${type}` });
  if ((await takenUsernames(db)).has(values.username))
    throw new BadInput({ username: `用户名 ${values.username} 已被使用` });
  if (values.regionCode && !(await regionExists(db, values.regionCode))) {
    throw new BadInput({ region: `没有行政区划 ${values.regionCode}` });
  }
  const password = await hashOf(strapi, values.password);
  // Not through the Document Service: its events read the record again after the boot that made it has ended.
  await strapi.db.query('plugin::users-permissions.user').create({
    data: {
      ...values,
      password,
      email: `${values.username}@accounts.invalid`,
      provider: 'local',
      confirmed: true,
      blocked: false,
      role,
      level: levelAt(values.regionCode, levels),
    },
  });
}

/** The region's own level where the role exists there; else the role's first, and the account sees nothing until it is placed. */
function levelAt(regionCode: string | null, levels: readonly UserLevel[]): UserLevel | undefined {
  const own = USER_LEVELS.find((_level, depth) => regionCode !== null && regionLevel(regionCode) === depth);
  return own && levels.includes(own) ? own : levels[0];
}
