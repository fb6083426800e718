import type { NeededList, WarningKind, WarningState } from '../vocabulary';

export const WARNING_KIND_LABELS: Readonly<Record<WarningKind, string>> = {
  idError: '身份证号错误',
  safeguardOverlap: '保障措施重叠',
  renovationIdentity: '危改身份预警',
  evidenceMissing: '佐证材料缺失',
  incomplete: '信息不完整',
  photoReuse: '照片重复',
};

/** What each rule looks for, in a few words. */
export const WARNING_KIND_HINTS: Readonly<Record<WarningKind, string>> = {
  idError: '缺失、位数不对、重复、残疾人证号',
  safeguardOverlap: '同一户享受两种以上保障',
  renovationIdentity: '档案类型与名单不符',
  evidenceMissing: '必需材料没有上传',
  incomplete: '档案未完成、名单无匹配或尚未入住',
  photoReuse: '同一张照片用于两户',
};

export const WARNING_STATE_LABELS: Readonly<Record<WarningState, string>> = {
  open: '待处理',
  proposed: '特殊情况（乡镇提出）',
  submitted: '特殊情况（县级已提交）',
  forwarded: '特殊情况（省级已上报）',
  rejected: '特殊情况未予认可',
  accepted: '特殊情况已认可',
  dismissed: '已说明',
  cleared: '已解除',
};

/** The states in which a warning still waits for somebody: they mark a household. */
export const UNSETTLED_WARNING_STATES = [
  'open',
  'proposed',
  'submitted',
  'forwarded',
  'rejected',
] as const satisfies readonly WarningState[];

/** The only kinds that a clerk may settle by an explanation. */
export const DISMISSIBLE_WARNING_KINDS = ['evidenceMissing', 'photoReuse'] as const satisfies readonly WarningKind[];

/** Who answers a special case (doc: 村镇建设司农房处 or the technical support unit). */
export const REPLY_AUTHORITIES = ['农房处', '技术支持单位'] as const;

export const NEEDED_LIST_LABELS: Readonly<Record<NeededList, string>> = {
  household: '建档立卡名单',
  relocation: '易地扶贫搬迁名单',
  renovation: '农村危房改造档案',
};
