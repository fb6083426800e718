import type { PolicyConflict, PolicyInForce, SignInPolicy } from '@anju/domain/contracts';
import { requestDb, StaleVersion } from '@anju/kit';
import { policySetter, setPolicy } from '../queries/sign-in-policy';
import { checkIdleTime, policyInForce } from './sign-in-rules';

/** Puts rules of signing in in force over those that were seen; throws StaleVersion when others were set meanwhile, RuleBroken when they cannot hold. */
export async function changePolicy(version: number, policy: SignInPolicy): Promise<PolicyInForce> {
  checkIdleTime(policy);
  const before = await policyInForce(requestDb());
  const changes = differences(before.policy, policy);
  const isCurrent = before.version === version;
  if (isCurrent && Object.keys(changes).length === 0) return before;
  if (!isCurrent || !(await setPolicy(requestDb(), version, policy, changes))) {
    throw new StaleVersion(await conflict(), '登录策略已被他人修改，请核对后再保存');
  }
  return policyInForce(requestDb());
}

async function conflict(): Promise<PolicyConflict> {
  return { ...(await policyInForce(requestDb())), setBy: (await policySetter(requestDb())) ?? null };
}

/** Old and new value of each rule that differs, named by its place. */
function differences(before: object, after: object, place = ''): Record<string, readonly [unknown, unknown]> {
  const pairs = Object.entries(after).flatMap(([key, value]: [string, unknown]) => {
    const old: unknown = Object.entries(before).find(([name]) => name === key)?.[1];
    if (isRules(old) && isRules(value)) return Object.entries(differences(old, value, `${place}${key}.`));
    return old === value ? [] : [[`${place}${key}`, [old, value] as const] as const];
  });
  return Object.fromEntries(pairs);
}

function isRules(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
