import type { SignInPolicy } from '@anju/domain/contracts';
import { t } from '../language/t';

/** The form of the policy: what is typed, by the place of the rule. */
export type PolicyDraft = Readonly<Record<string, string>>;

interface Rule {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
}

/** The rules as the form shows them; times are in seconds as in the configuration file. */
export const RULES: readonly { readonly title: string; readonly rules: readonly Rule[] }[] = [
  {
    title: t('密码'),
    rules: [
      { path: 'password.minLength', label: t('最少位数') },
      { path: 'password.classes', label: t('至少含几种字符'), hint: t('大写字母、小写字母、数字、符号') },
      { path: 'password.history', label: t('不得重复最近几次的密码') },
      { path: 'password.maxAgeDays', label: t('有效天数'), hint: t('过期后登录时须修改') },
    ],
  },
  {
    title: t('登录失败'),
    rules: [
      { path: 'failures.name.free', label: t('同一用户名：几次以内不停顿') },
      { path: 'failures.name.lockAfter', label: t('同一用户名：几次后锁定') },
      { path: 'failures.address.free', label: t('同一网络地址：几次以内不停顿') },
      { path: 'failures.address.lockAfter', label: t('同一网络地址：几次后锁定'), hint: t('一个办公室常共用一个地址') },
      { path: 'failures.lockSeconds', label: t('锁定多少秒') },
      { path: 'failures.forgetSeconds', label: t('多少秒后失败次数清零') },
    ],
  },
  {
    title: t('使用'),
    rules: [
      { path: 'idleSeconds', label: t('无操作多少秒后退出'), hint: t('不少于 900 秒') },
      { path: 'dormantDays', label: t('多少天未登录列为长期未登录') },
      { path: 'reveals.most', label: t('查看完整号码：一段时间内最多几次') },
      { path: 'reveals.seconds', label: t('查看完整号码：这段时间多少秒') },
    ],
  },
];

/** What stands in the form for a policy. */
export function draftOf(policy: SignInPolicy): PolicyDraft {
  return Object.fromEntries(flat(policy, ''));
}

function flat(rules: object, place: string): [string, string][] {
  return Object.entries(rules).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'object' && value !== null ? flat(value, `${place}${key}.`) : [[`${place}${key}`, String(value)]],
  );
}

/** The policy that a form stands for; what is no number is refused by the server at its field. */
export function policyOf(draft: PolicyDraft): SignInPolicy {
  const number = (path: string) => (draft[path]?.trim() ? Number(draft[path]) : NaN);
  const counter = (path: string) => ({ free: number(`${path}.free`), lockAfter: number(`${path}.lockAfter`) });
  return {
    idleSeconds: number('idleSeconds'),
    dormantDays: number('dormantDays'),
    reveals: { most: number('reveals.most'), seconds: number('reveals.seconds') },
    password: {
      minLength: number('password.minLength'),
      classes: number('password.classes'),
      history: number('password.history'),
      maxAgeDays: number('password.maxAgeDays'),
    },
    failures: {
      name: counter('failures.name'),
      address: counter('failures.address'),
      lockSeconds: number('failures.lockSeconds'),
      forgetSeconds: number('failures.forgetSeconds'),
    },
  };
}
