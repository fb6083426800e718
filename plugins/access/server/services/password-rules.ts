import type { SignInPolicy } from '@anju/domain/contracts';
import { RuleBroken } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { isHashOf } from './password-hash';

/** What bcrypt looks at; the rest of a longer password would not count. */
const MOST_BYTES = 72;
const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];

/** Why a password may not be set, in words; undefined when it may. Every path that sets one asks here. */
export function passwordFault(
  password: string,
  username: string,
  { minLength, classes }: SignInPolicy['password'],
): string | undefined {
  if (password.length < minLength) return `密码至少 ${minLength} 位`;
  if (Buffer.byteLength(password, 'utf8') > MOST_BYTES) return `密码过长，不能超过 ${MOST_BYTES} 个字节`;
  if (CLASSES.filter((part) => part.test(password)).length < classes) {
    return `密码须含大写字母、小写字母、数字、符号中的至少 ${classes} 种`;
  }
  if (password.toLowerCase().includes(username.toLowerCase())) return '密码不能包含用户名';
  return undefined;
}

/** Throws RuleBroken at the field when the password may not be set. */
export function checkPassword(
  field: string,
  password: string,
  username: string,
  rules: SignInPolicy['password'],
): void {
  const fault = passwordFault(password, username, rules);
  if (fault) throw new RuleBroken({ [field]: fault });
}

/** Throws RuleBroken at the field when the password is one of these earlier ones, given as hashes. */
export async function checkNotRepeated(
  strapi: Core.Strapi,
  field: string,
  password: string,
  hashes: readonly string[],
): Promise<void> {
  for (const hash of hashes) {
    if (await isHashOf(strapi, hash, password)) {
      throw new RuleBroken({ [field]: `新密码不能与最近 ${hashes.length} 次用过的密码相同` });
    }
  }
}
