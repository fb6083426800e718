import type { Duty } from './duties';
import type { ExportResource, ImportKind, ImportState } from './exchange';
import type { RegionLevelName } from './region';
import type {
  ArchivePhotoCategory,
  HouseholdSource,
  LeftOutReason,
  LinkedRecord,
  LinkState,
  RenovationTab,
  ReviewState,
  SafeguardKind,
  SampleVerdict,
  StatisticsScope,
  UserLevel,
  UserStatus,
} from './vocabulary';

export const SAFEGUARD_KIND_LABELS: Readonly<Record<SafeguardKind, string>> = {
  originalSafe: '原住房鉴定（评定）安全',
  renovation: '农村危房改造',
  povertyRelocation: '易地扶贫搬迁',
  otherRelocation: '生态移民、水库移民和避险搬迁',
  publicHousing: '公益性住房',
  otherMeans: '其他方式',
};

export const SOURCE_LABELS: Readonly<Record<HouseholdSource, string>> = {
  registry: '建档立卡贫困户',
  offList: '库外信息补录',
};

export const REVIEW_STATE_LABELS: Readonly<Record<ReviewState, string>> = {
  entered: '待乡镇审核',
  townshipApproved: '待县级审核',
  countyApproved: '已审核',
  returned: '退回',
};

export const SAMPLE_VERDICT_LABELS: Readonly<Record<SampleVerdict, string>> = {
  passed: '合格',
  faulty: '有问题',
};

export const LINKED_RECORD_LABELS: Readonly<Record<LinkedRecord, string>> = {
  renovation: '已关联危改档案',
  relocationEntry: '在易地扶贫搬迁名单',
};

export const ARCHIVE_PHOTO_LABELS: Readonly<Record<ArchivePhotoCategory, string>> = {
  beforeRenovation: '改造前',
  duringRenovation: '改造中',
  afterRenovation: '改造后',
};

export const LEFT_OUT_LABELS: Readonly<Record<LeftOutReason, string>> = {
  severalSources: '同时有危改档案和搬迁名单，须逐户核实',
  severalArchives: '有多份危改档案，须逐户核实',
  sharedArchive: '危改档案中的人同时在另一户，须逐户核实',
  archiveElsewhere: '危改档案在外县或已关联外县的户，请联系该县',
  archiveIncomplete: '危改档案未完成',
  relocationIncomplete: '搬迁名单缺少时间',
  ruleBroken: '关联信息不符合填报规则',
  noSource: '没有关联信息',
};

export const LINK_STATE_LABELS: Readonly<Record<LinkState, string>> = {
  recognised: '已认定关联',
  byHand: '手工关联',
  byNumber: '身份证号匹配',
  elsewhere: '户在外县',
  none: '未关联',
};

export const RENOVATION_TAB_LABELS: Readonly<Record<RenovationTab, string>> = {
  all: '全部',
  unlinked: '未关联',
  incomplete: '待补录',
  doubtful: '身份存疑',
};

export const STATISTICS_SCOPE_LABELS: Readonly<Record<StatisticsScope, string>> = {
  registry: '名单内',
  offList: '库外',
  all: '全部',
};

export const USER_LEVEL_LABELS: Readonly<Record<UserLevel, string>> = {
  ministry: '部级',
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡镇级',
};

export const USER_STATUS_LABELS: Readonly<Record<UserStatus, string>> = {
  active: '正常',
  initial: '待改初始密码',
  locked: '已锁定',
  expired: '已到期',
  disabled: '已停用',
};

export const REGION_LEVEL_LABELS: Readonly<Record<RegionLevelName, string>> = {
  nation: '全国',
  province: '省',
  city: '市',
  county: '县',
  township: '乡镇',
  village: '村',
};

export const DUTY_LABELS: Readonly<Record<Duty, string>> = {
  enter: '信息录入',
  reviewTownship: '乡镇审核',
  reviewCounty: '县级审核',
  supervise: '查看与统计',
  handleSpecialCases: '办理特殊情况',
  importLists: '导入名单',
  importArchives: '导入档案',
  export: '导出',
  manageUsers: '用户管理',
  configure: '选项维护',
  audit: '操作日志',
  revealIdentity: '查看完整号码',
  manageAccounts: '账号与策略',
  operate: '系统运行',
};

/** 认定状态 of a household. */
export const RECOGNISED_LABELS = { recognised: '已认定', unrecognised: '未认定' } as const;

export const IMPORT_STATE_LABELS: Readonly<Record<ImportState, string>> = {
  queued: '排队中',
  checking: '试算中',
  unmapped: '待指定列',
  checked: '待确认',
  commitQueued: '等待写入',
  committing: '写入中',
  committed: '已导入',
  undoQueued: '等待撤销',
  undoing: '撤销中',
  undone: '已撤销',
  cancelled: '已取消',
  failed: '失败',
  expired: '已过期',
};

export const IMPORT_KIND_LABELS: Readonly<Record<ImportKind, string>> = {
  household: '建档立卡贫困户名单',
  relocation: '易地扶贫搬迁名单',
  renovation: '农村危房改造档案',
  recognition: '认定信息表',
};

/** What one row of such a list stands for, as it is counted. */
export const IMPORT_UNITS: Readonly<Record<Exclude<ImportKind, 'household'>, string>> = {
  relocation: '人',
  renovation: '份档案',
  recognition: '户',
};

export const EXPORT_RESOURCE_LABELS: Readonly<Record<ExportResource, string>> = {
  households: '住户名单',
  recognition: '认定信息表',
  renovations: '危房改造档案',
  relocationEntries: '易地扶贫搬迁名单',
  warnings: '预警清单',
};

/** What one row of an export is counted in. */
export const EXPORT_UNITS: Readonly<Record<ExportResource, string>> = {
  households: '户',
  recognition: '户',
  renovations: '份',
  relocationEntries: '人',
  warnings: '条',
};
