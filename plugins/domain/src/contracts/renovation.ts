import { z } from 'zod';
import { LINK_STATES, RENOVATION_TABS } from '../vocabulary';
import { archivePhoto } from './evidence';
import {
  oneOf,
  oneOrMany,
  optionalDate,
  optionalKey,
  optionalMoney,
  optionalText,
  optionalTick,
  regionCode,
  requiredText,
  rowId,
  versionNumber,
} from './field-shapes';

const text = z.string().nullable();
const yuan = z.number().nullable();

/** A renovation archive as the record of its household shows it; money in yuan, area in square metres. */
export const renovationRecord = z.object({
  id: z.int(),
  archiveNumber: text,
  regionCode: z.string(),
  headName: z.string(),
  idNumber: text,
  povertyType: text,
  personCount: z.int().nullable(),
  originalAppraisalResult: text,
  renovationMode: text,
  modeNote: text,
  constructionMode: text,
  structure: text,
  area: z.number().nullable(),
  planYear: z.int().nullable(),
  subsidyCentral: yuan,
  subsidyProvince: yuan,
  subsidyCity: yuan,
  subsidyCounty: yuan,
  subsidyTotal: yuan,
  selfRaised: yuan,
  loan: yuan,
  startDate: text,
  completionDate: text,
  accepted: z.boolean().nullable(),
  acceptedBy: text,
});
export type RenovationRecord = z.infer<typeof renovationRecord>;

/** The archive of a household that lies outside the reader's region: whom to call, and no more than tells it apart. */
export const foreignRenovation = z.object({
  countyName: z.string(),
  headName: z.string(),
  planYear: z.int().nullable(),
  renovationMode: text,
  accepted: z.boolean().nullable(),
  isLinked: z.boolean(),
});
export type ForeignRenovation = z.infer<typeof foreignRenovation>;

/** The archive of a household, as its record shows it. */
export const householdRenovation = renovationRecord.extend({ photos: z.array(archivePhoto) });
export type HouseholdRenovation = z.infer<typeof householdRenovation>;

/** The household of an archive; none of it is told when it lies outside the reader's region. */
const linkedHousehold = z.object({ id: z.int(), headName: z.string(), regionName: z.string() });

const link = {
  linkState: z.enum(LINK_STATES),
  household: linkedHousehold.nullable(),
  /** The county to call when the household lies outside the reader's region. */
  countyElsewhere: text,
};

/** An archive as its list shows it; `id` is null for a recognised renovation that has none. */
export const renovationRow = z.object({
  id: z.int().nullable(),
  archiveNumber: text,
  headName: z.string(),
  idNumber: text,
  regionCode: z.string(),
  regionName: z.string(),
  povertyType: text,
  planYear: z.int().nullable(),
  renovationMode: text,
  accepted: z.boolean().nullable(),
  subsidyTotal: yuan,
  ...link,
  /** Labels of what a complete archive still lacks. */
  gaps: z.array(z.string()),
  /** A warning 危改身份预警 waits for somebody. */
  isDoubtful: z.boolean(),
});
export type RenovationRow = z.infer<typeof renovationRow>;

/** A person of the archive's household. */
const archivePerson = z.strictObject({
  name: requiredText('姓名', 50),
  relationToHead: optionalText('与户主关系', 20),
  idNumber: optionalText('身份证号', 40),
});
export type ArchivePerson = z.infer<typeof archivePerson>;

/** All that is known of one archive. */
export const renovationDetail = renovationRecord.extend({
  regionName: z.string(),
  members: z.array(z.object({ name: z.string(), relationToHead: text.default(null), idNumber: text.default(null) })),
  photos: z.array(archivePhoto),
  ...link,
  gaps: z.array(z.string()),
  /** Sentences of the warnings that wait for somebody. */
  doubts: z.array(z.string()),
  masked: z.boolean(),
  version: z.int(),
});
export type RenovationDetail = z.infer<typeof renovationDetail>;

/** The conditions by which archives are found. */
export const renovationFilter = z.strictObject({
  tab: oneOf('分类', RENOVATION_TABS).optional(),
  povertyType: oneOrMany(requiredText('贫困类型', 64)).optional(),
  planYear: oneOrMany(z.int({ error: '计划年度必须是整数' }).min(1900).max(2100)).optional(),
  renovationMode: oneOrMany(requiredText('改造方式', 64)).optional(),
  linkState: oneOf('关联状态', ['linked', 'unlinked']).optional(),
  regionCode: regionCode.optional(),
  headName: requiredText('户主', 50).optional(),
  idNumber: requiredText('身份证号', 40).optional(),
});
export type RenovationConditions = z.input<typeof renovationFilter>;
export type RenovationFilter = z.output<typeof renovationFilter>;

const archiveFields = {
  archiveNumber: optionalText('档案号', 50),
  idNumber: optionalText('身份证号', 40),
  povertyType: optionalKey('贫困类型'),
  personCount: z
    .int({ error: '家庭人数必须是整数' })
    .min(1, { error: '家庭人数至少 1 人' })
    .max(50, { error: '家庭人数过多' })
    .nullish(),
  originalAppraisalResult: optionalKey('原住房鉴定（评定）结果'),
  renovationMode: optionalKey('改造方式'),
  modeNote: optionalText('改造方式说明', 500),
  constructionMode: optionalKey('建设方式'),
  structure: optionalKey('结构'),
  area: z
    .number({ error: '面积必须是数字' })
    .positive({ error: '面积必须大于 0' })
    .max(99_999, { error: '面积过大' })
    .refine((metres) => Math.abs(metres * 100 - Math.round(metres * 100)) < 1e-6, { error: '面积最多两位小数' })
    .nullish(),
  planYear: z.int({ error: '列入计划的年度必须是年份' }).min(1900).max(2100).nullish(),
  subsidyCentral: optionalMoney('中央补助'),
  subsidyProvince: optionalMoney('省级补助'),
  subsidyCity: optionalMoney('市级补助'),
  subsidyCounty: optionalMoney('县级补助'),
  subsidyTotal: optionalMoney('各级政府补助资金'),
  selfRaised: optionalMoney('自筹'),
  loan: optionalMoney('贷款'),
  startDate: optionalDate('开工日期'),
  completionDate: optionalDate('竣工日期'),
  accepted: optionalTick('是否验收'),
  acceptedBy: optionalText('验收人', 50),
  members: z.array(archivePerson).max(50, { error: '家庭成员过多' }).optional(),
};

const place = regionCode.min(1, { error: '请选择所在地' });

/** A new archive; whose and where it is must be told, the rest may be completed later. */
export const newRenovation = z.strictObject({
  regionCode: place,
  headName: requiredText('户主', 50),
  ...archiveFields,
});
export type NewRenovation = z.infer<typeof newRenovation>;

/** Corrections of an archive: only what is sent changes. */
export const renovationCorrection = z.strictObject({
  version: versionNumber,
  regionCode: place.optional(),
  headName: requiredText('户主', 50).optional(),
  ...archiveFields,
});
export type RenovationCorrection = z.infer<typeof renovationCorrection>;

export const renovationLink = z.strictObject({ householdId: rowId, reason: requiredText('关联原因', 500) });
export type RenovationLink = z.infer<typeof renovationLink>;
export const renovationUnlink = z.strictObject({ reason: requiredText('解除关联的原因', 500) });
export type RenovationUnlink = z.infer<typeof renovationUnlink>;

/** An entry of the Poverty Office's relocation list; its dates propose, they never overwrite. */
export const relocationEntryRow = z.object({
  id: z.int(),
  regionCode: z.string(),
  regionName: z.string(),
  householdNumber: text,
  personName: text,
  /** Masked. */
  idNumber: text,
  resettlementMode: text,
  resettlementSite: text,
  project: text,
  status: text,
  startDate: text,
  completionDate: text,
  moveInDate: text,
  /** The list no longer names it: it matches nobody. */
  isVanished: z.boolean(),
});
export type RelocationEntryRow = z.infer<typeof relocationEntryRow>;

/** Entries of a household, of any of its persons, or of a region. */
export const relocationEntryFilter = z.strictObject({
  householdId: rowId.optional(),
  regionCode: regionCode.optional(),
  personName: requiredText('姓名', 50).optional(),
  idNumber: requiredText('身份证号', 40).optional(),
});
export type RelocationEntryFilter = z.infer<typeof relocationEntryFilter>;
