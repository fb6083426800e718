import { randomUUID } from 'node:crypto';
import { AppError } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { beginSignIn, finishSignIn } from '../queries/sign-in-attempts';
import { hashOf, isHashOf } from './password-hash';
import { signInRules } from './sign-in-rules';
import { TriesInHand } from './tries-in-hand';

/** 429: too many failures under this name or from this address; the same for names that exist and names that do not. */
export class TooManyTries extends AppError {
  constructor(seconds: number) {
    const message = `登录失败次数过多，请 ${inWords(seconds)}后再试，或请上级主管解锁`;
    super(429, 'tooManyTries', message, { password: message }, { waitSeconds: seconds });
  }
}

/** A try that may be judged: whether there is such an account, and what to call when it is judged. */
interface CountedTry {
  readonly isKnown: boolean;
  judged(): void;
}

const judging = new TriesInHand();

/**
 * Counts the try; throws TooManyTries when it comes too early. While other tries of the same name are still being judged, it
 * waits for them first: several right passwords at once are no failures.
 */
export async function countTry(strapi: Core.Strapi, identifier: string, address: string): Promise<CountedTry> {
  const { failures } = await signInRules(strapi.db.connection);
  for (;;) {
    const { known, waitSeconds } = await beginSignIn(strapi.db.connection, identifier, address, failures);
    if (waitSeconds === 0) return { isKnown: known, judged: judging.take(identifier) };
    if (!(await judging.oneEnds(identifier))) throw new TooManyTries(waitSeconds);
  }
}

/** Takes note of a sign-in that succeeded; answers whether its password is so old that it has to be changed. */
export async function noteSignIn(strapi: Core.Strapi, account: number, address: string): Promise<boolean> {
  const { password } = await signInRules(strapi.db.connection);
  return finishSignIn(strapi.db.connection, account, address, password.maxAgeDays);
}

let nobodysHash: Promise<string> | undefined;

/** Spends the time that judging an account's password takes, so that an answer does not tell which names exist. */
export async function judgeNobodysPassword(strapi: Core.Strapi, password: string): Promise<void> {
  nobodysHash ??= hashOf(strapi, randomUUID());
  await isHashOf(strapi, await nobodysHash, password);
}

function inWords(seconds: number): string {
  return seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}
