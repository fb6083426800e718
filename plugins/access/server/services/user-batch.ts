import type { NewUser, UserWithPassword } from '@anju/domain/contracts';
import { RuleBroken } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { createUser } from './user-ledger';

/** Makes accounts below the caller, all or none: the refusal of one, at `users.<place>.<field>`, rolls the request back. */
export async function createUsers(strapi: Core.Strapi, users: readonly NewUser[]): Promise<UserWithPassword[]> {
  const made: UserWithPassword[] = [];
  for (const [place, user] of users.entries()) {
    try {
      made.push(await createUser(strapi, user));
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      const named = Object.entries(error.errors).map(([field, text]) => [`users.${place}.${field}`, text] as const);
      throw new RuleBroken(
        Object.fromEntries(named),
        `第 ${place + 1} 个用户：${named.map(([, text]) => text).join('；')}`,
      );
    }
  }
  return made;
}
