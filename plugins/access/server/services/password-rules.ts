import { RuleBroken } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { isHashOf } from './password-hash';
import { signInRules } from './sign-in-rules';

/** What bcrypt looks at; the rest of a longer password would not count. */
const MOST_BYTES = 72;
const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];

/** Why a password may not be set, in words; undefined when it may. Every path that sets one asks here. */
export function passwordFault(password: string, username: string): string | undefined {
  const { minLength, classes } = signInRules().password;
  if (password.length < minLength) return `密码至少 ${minLength} 位`;
  if (Buffer.byteLength(password, 'utf8') > MOST_BYTES) return `密码过长，不能超过 ${MOST_BYTES} 个字节`;
  if (CLASSES.filter((part) => part.test(password)).length < classes) {
    return `密码须含大写字母、小写字母、数字、符号中的至少 ${classes} 种`;
  }
  if (password.toLowerCase().includes(username.toLowerCase())) return '密码不能包含用户名';
  return undefined;
}

/** Throws RuleBroken at the field when the password may not be set. */
export function checkPassword(field: string, password: string, username: string): void {
  const fault = passwordFault(password, username);
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
      throw new RuleBroken({ [field]: `新密码不能与最近 ${signInRules().password.history} 次用过的密码相同` });
    }
  }
}
