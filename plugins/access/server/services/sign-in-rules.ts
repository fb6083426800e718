import { type PolicyInForce, type SignInPolicy, signInPolicy, z } from '@anju/domain/contracts';
import { parse, readConfig, RuleBroken } from '@anju/kit';
import type { Knex } from 'knex';
import { policySet } from '../queries/sign-in-policy';

const signInFile = signInPolicy
  .omit({ idleSeconds: true })
  .extend({ idleRefreshSeconds: z.int(), refreshTokenSeconds: z.int() })
  .loose();

let read: z.infer<typeof signInFile> | undefined;

/** What config/sign-in.json says; the file is the installation's and changes with a restart. */
function configured(): z.infer<typeof signInFile> {
  return (read ??= parse(signInFile, readConfig('sign-in.json'), 'sign-in.json: '));
}

function configuredPolicy(): SignInPolicy {
  const { idleRefreshSeconds: idleSeconds, dormantDays, reveals, password, failures } = configured();
  return { idleSeconds, dormantDays, reveals, password, failures };
}

/** Refuses a time without any act that is longer than a sign-in lasts at all: nobody could be idle for it. */
export function checkIdleTime({ idleSeconds }: SignInPolicy): void {
  const { refreshTokenSeconds } = configured();
  if (idleSeconds <= refreshTokenSeconds) return;
  throw new RuleBroken({
    'policy.idleSeconds': `无操作退出时间不能超过一次登录的最长时间 ${refreshTokenSeconds} 秒`,
  });
}

/** The rules of signing in: those that the security administrator set, else the file's. Asked anew each time, so that they hold at once. */
export async function policyInForce(db: Knex): Promise<PolicyInForce> {
  const set = await policySet(db);
  return set
    ? { version: set.version, policy: signInPolicy.parse(set.policy) }
    : { version: 0, policy: configuredPolicy() };
}

/** The rules alone. */
export async function signInRules(db: Knex): Promise<SignInPolicy> {
  return (await policyInForce(db)).policy;
}
