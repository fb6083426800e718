import { serviceOf } from '@anju/kit';
import type { Core } from '@strapi/strapi';

interface UserService {
  ensureHashedPasswords(values: { readonly password: string }): Promise<{ readonly password: string }>;
  validatePassword(password: string, hash: string): Promise<boolean>;
}

/** The hash that users-permissions keeps of a password. */
export async function hashOf(strapi: Core.Strapi, password: string): Promise<string> {
  return (await users(strapi).ensureHashedPasswords({ password })).password;
}

/** Whether a hash is that of the password. */
export function isHashOf(strapi: Core.Strapi, hash: string, password: string): Promise<boolean> {
  return users(strapi).validatePassword(password, hash);
}

function users(strapi: Core.Strapi): UserService {
  return serviceOf<UserService>(strapi, 'users-permissions', 'user');
}
