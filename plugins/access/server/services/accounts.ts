import type { UserLevel } from '@anju/domain';
import { USER_LEVELS } from '@anju/domain';
import { z } from '@anju/domain/contracts';
import { parse, readConfig, serviceOf } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { roleId } from '../queries/role-actions';

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

interface UserService {
  add(values: Readonly<Record<string, unknown>>): Promise<unknown>;
}

const roleLevels = z.object({ roles: z.array(z.object({ key: z.string(), levels: z.array(z.enum(USER_LEVELS)) })) });

/** Makes accounts through users-permissions, which hashes their passwords; the level is the first of the role's. */
export async function createAccounts(strapi: Core.Strapi, accounts: readonly NewAccount[]): Promise<void> {
  const { roles } = parse(roleLevels, readConfig('roles.json'), 'roles.json: ');
  const levels = new Map<string, UserLevel | undefined>(roles.map((role) => [role.key, role.levels[0]]));
  const users = serviceOf<UserService>(strapi, 'users-permissions', 'user');
  for (const { role: type, ...account } of accounts) {
    const role = await roleId(strapi.db.connection, type);
    if (role === undefined) throw new Error(`No role is called ${type}`);
    await users.add({
      ...account,
      email: `${account.username}@accounts.invalid`,
      provider: 'local',
      confirmed: true,
      blocked: false,
      role,
      level: levels.get(type),
    });
  }
}
