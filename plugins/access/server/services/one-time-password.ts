import { randomInt } from 'node:crypto';
import type { SignInPolicy } from '@anju/domain/contracts';
import { passwordFault } from './password-rules';

/** Without letters and digits that look alike on paper. */
const LETTERS = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'];
const EVERY = LETTERS.join('');
const GROUP = 4;

/** A random password that a person can type from a slip: groups of four, at least twelve characters. */
export function oneTimePassword(username: string, rules: SignInPolicy['password']): string {
  const groups = Math.max(3, Math.ceil(rules.minLength / GROUP));
  for (;;) {
    const password = Array.from({ length: groups }, group).join('-');
    const isMixed = LETTERS.every((letters) => [...letters].some((letter) => password.includes(letter)));
    if (isMixed && passwordFault(password, username, rules) === undefined) return password;
  }
}

function group(): string {
  return Array.from({ length: GROUP }, () => EVERY.charAt(randomInt(EVERY.length))).join('');
}
