import { z } from 'zod';
import { USER_STATUSES } from '../vocabulary';
import { oneOf, oneOrMany, regionCode, requiredText, rowIdText } from './field-shapes';
import { listQuery } from './list-query';
import { door } from './door';
import { accountFacts } from './user-ledger';

/** A number within bounds, its label in the refusal. */
function bounded(label: string, least: number, most: number) {
  const error = `${label}应为 ${least} 至 ${most} 的整数`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

function counter(label: string) {
  return z
    .strictObject({
      free: bounded(`${label}：不计停顿的失败次数`, 1, 10_000),
      lockAfter: bounded(`${label}：锁定前的失败次数`, 2, 10_000),
    })
    .refine(({ free, lockAfter }) => free < lockAfter, {
      error: `${label}：锁定前的失败次数应大于不计停顿的次数`,
      path: ['lockAfter'],
    });
}

/** The rules of signing in that the security administrator sets. */
export const signInPolicy = z.strictObject({
  /** Seconds without any act after which one is signed out; the server allows no more than a sign-in lasts. */
  idleSeconds: bounded('无操作退出时间（秒）', 900, 86_400),
  /** Days without a sign-in after which an account is looked at. */
  dormantDays: bounded('长期未登录天数', 7, 3_650),
  /** How many full numbers one account may look at in so many seconds. */
  reveals: z.strictObject({
    most: bounded('查看完整号码次数', 1, 10_000),
    seconds: bounded('查看完整号码的计数时间（秒）', 60, 86_400),
  }),
  password: z.strictObject({
    minLength: bounded('密码最少位数', 8, 64),
    classes: bounded('密码字符种类', 1, 4),
    history: bounded('不得重复的历史密码个数', 0, 12),
    maxAgeDays: bounded('密码有效天数', 1, 3_650),
  }),
  failures: z.strictObject({
    name: counter('同一用户名'),
    address: counter('同一网络地址'),
    lockSeconds: bounded('锁定时间（秒）', 60, 86_400),
    forgetSeconds: bounded('失败次数清零时间（秒）', 60, 604_800),
  }),
});
export type SignInPolicy = z.infer<typeof signInPolicy>;

/** The policy in force; `version` 0 is the configuration file's. */
export const policyInForce = z.object({ version: z.int(), policy: signInPolicy });
export type PolicyInForce = z.infer<typeof policyInForce>;

/** The policy that somebody else set in between, and who that was. */
export interface PolicyConflict extends PolicyInForce {
  readonly setBy: string | null;
}

const GUARDS = ['manageAccounts'] as const;

export const policyReadDoor = door({
  id: 'access.sign-in-policy.find',
  method: 'GET',
  path: '/access/sign-in-policy',
  access: 'signedIn',
  scope: 'open',
  summary: 'The rules of signing in that are in force',
  answer: policyInForce,
});

export const policyChangeDoor = door({
  id: 'access.sign-in-policy.change',
  method: 'PUT',
  path: '/access/sign-in-policy',
  access: GUARDS,
  scope: 'open',
  summary: 'Set the rules of signing in; they hold at once',
  body: z.strictObject({ version: z.int({ error: '缺少版本号 version，请刷新后再保存' }), policy: signInPolicy }),
  answer: policyInForce,
});

/** An account as the security administrator sees it: nothing of its work. */
export const watchedAccount = z.object({
  ...accountFacts,
  unit: z.string().nullable(),
  status: z.enum(USER_STATUSES),
  lastSignIn: z.string().nullable(),
  /** Whole days without a sign-in, since it was made when there was none. */
  quietDays: z.int(),
  /** No sign-in for as long as the policy says, and not kept since. */
  dormant: z.boolean(),
  keptAt: z.string().nullable(),
});
export type WatchedAccount = z.infer<typeof watchedAccount>;

export const accountFilter = z.strictObject({
  regionCode: regionCode.optional(),
  role: oneOrMany(requiredText('角色', 50)).optional(),
  status: oneOrMany(oneOf('状态', USER_STATUSES)).optional(),
  name: requiredText('姓名或用户名', 50).optional(),
  dormant: z.boolean({ error: '是否长期未登录只能填是或否' }).optional(),
});
export type AccountFilter = z.infer<typeof accountFilter>;

export const accountListDoor = door({
  id: 'access.account.find',
  method: 'GET',
  path: '/access/accounts',
  access: GUARDS,
  scope: 'ledger',
  summary: 'Every account of the node, with its last sign-in and without its work',
  query: listQuery(accountFilter, ['quietDays', 'username', 'regionCode']),
  answer: z.array(watchedAccount),
});

export const accountUnlockDoor = step('unlock', 'Forget the failed sign-ins that locked any account');
export const accountDisableDoor = step('disable', 'Disable any account and end its sign-ins');
export const accountSignOutDoor = step('signOut', 'End every sign-in of any account');
export const accountKeepDoor = door({
  id: 'access.account.keep',
  method: 'POST',
  path: '/access/accounts/:id/keep',
  access: GUARDS,
  scope: 'ledger',
  summary: 'Note why an account without a sign-in for long stays',
  params: z.strictObject({ id: rowIdText }),
  body: z.strictObject({ note: requiredText('保留原因', 200) }),
  answer: watchedAccount,
});

function step(action: 'unlock' | 'disable' | 'signOut', summary: string) {
  return door({
    id: `access.account.${action}`,
    method: 'POST',
    path: `/access/accounts/:id/${action === 'signOut' ? 'sign-out' : action}`,
    access: GUARDS,
    scope: 'ledger',
    summary,
    params: z.strictObject({ id: rowIdText }),
    answer: watchedAccount,
  });
}
