import type { WarningKind } from '../vocabulary';

export const WARNING_SEVERITIES = ['error', 'warning', 'info'] as const;
export type WarningSeverity = (typeof WARNING_SEVERITIES)[number];

export const WARNING_SEVERITY_LABELS: Readonly<Record<WarningSeverity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
};

/** Whose numbers a rule looks at. */
export const WARNED_PEOPLE = ['all', 'head'] as const;
export type WarnedPeople = (typeof WARNED_PEOPLE)[number];

export const WARNED_PEOPLE_LABELS: Readonly<Record<WarnedPeople, string>> = { all: '全体成员', head: '仅户主' };

/** The checks of each rule that can be switched off one by one; a rule without any is one check. */
export const WARNING_CHECKS: Readonly<Record<WarningKind, Readonly<Record<string, string>>>> = {
  idError: {
    missing: '没有身份证号',
    length: '位数不对（含 15 位）',
    characters: '含有不应出现的字符',
    region: '行政区划代码不存在',
    birthDate: '出生日期不存在',
    birthDateFuture: '出生日期晚于今天',
    checksum: '校验码不符',
    disabilityCard: '填成残疾人证号',
    notCitizenId: '不是居民身份证号',
    duplicate: '与他人号码相同',
  },
  safeguardOverlap: {
    relocationEntry: '在易地扶贫搬迁名单中',
    renovation: '有农村危房改造档案',
    household: '在另一户已认定',
  },
  renovationIdentity: {
    notOnList: '档案为建档立卡贫困户，名单和库外均无此人',
    otherGroupOnList: '档案为其他重点对象，名单中有此人',
  },
  evidenceMissing: {},
  incomplete: {
    archiveIncomplete: '危改档案未完成',
    notOnRelocationList: '搬迁名单无匹配',
    notMovedIn: '尚未入住',
  },
  photoReuse: { alike: '高度相似（关闭后只比对完全相同的文件）' },
};

/** The rules that look at persons one by one, so that they may be asked for the heads only. */
export const KINDS_ABOUT_PEOPLE = ['idError', 'safeguardOverlap'] as const satisfies readonly WarningKind[];

/** What of a rule's setting can be wrong in itself. */
export interface CheckedSetting {
  readonly kind: WarningKind;
  readonly people: WarnedPeople;
  readonly off: readonly string[];
}

/** What is wrong with a setting, by its field. */
export function settingFaults({ kind, people, off }: CheckedSetting): Readonly<Record<string, string>> {
  const checks = Object.keys(WARNING_CHECKS[kind]);
  const unknown = off.find((check) => !checks.includes(check));
  if (unknown !== undefined) return { off: `这条规则没有检查 ${unknown}` };
  if (checks.length > 1 && checks.every((check) => off.includes(check)))
    return { off: '全部检查都停用时，请停用整条规则' };
  if (people !== 'all' && !KINDS_ABOUT_PEOPLE.some((one) => one === kind))
    return { people: '这条规则不按人检查，不能只限户主' };
  return {};
}
