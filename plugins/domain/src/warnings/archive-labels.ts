import type { ArchiveField } from '../safeguard/renovation-archive';

/** The fields of a complete renovation archive as the recognition form names them. */
export const ARCHIVE_FIELD_LABELS: Readonly<Record<ArchiveField, string>> = {
  originalAppraisalResult: '原住房鉴定（评定）结果',
  renovationMode: '改造方式',
  constructionMode: '建设方式',
  planYear: '列入计划的年度',
  subsidyTotal: '各级政府补助资金',
  startDate: '开工日期',
  completionDate: '竣工日期',
  accepted: '是否验收',
  acceptedBy: '验收人',
};

/** 4类重点对象 as an archive names them. */
export const POVERTY_TYPE_LABELS: Readonly<Partial<Record<string, string>>> = {
  registeredPoor: '建档立卡贫困户',
  subsistenceAllowance: '低保户',
  dispersedExtremePoverty: '农村分散供养特困人员',
  poorDisabled: '贫困残疾人家庭',
};
