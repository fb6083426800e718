import { z } from 'zod';
import { HOUSEHOLD_SOURCES, LINKED_RECORDS, RELOCATION_STATES, REVIEW_STATES, SAFEGUARD_KINDS } from '../vocabulary';
import { calendarDate, oneOf, oneOrMany, regionCode, requiredText } from './field-shapes';

/** A household as lists show it; the number and the phone are the head's in force, masked. */
export const householdRow = z.object({
  id: z.int(),
  registryNumber: z.string().nullable(),
  headName: z.string(),
  idNumber: z.string().nullable(),
  phone: z.string().nullable(),
  regionCode: z.string(),
  regionName: z.string(),
  memberCount: z.int(),
  exitYear: z.int().nullable(),
  kind: z.enum(SAFEGUARD_KINDS).nullable(),
  appraisalResult: z.string().nullable(),
  entryPerson: z.string().nullable(),
  entryDate: z.string().nullable(),
  recognised: z.boolean(),
  reviewState: z.enum(REVIEW_STATES).nullable(),
  /** Warnings of the household that wait for somebody. */
  warningCount: z.int(),
  /** Where persons of the household also stand. */
  linked: z.array(z.enum(LINKED_RECORDS)),
  source: z.enum(HOUSEHOLD_SOURCES),
  version: z.int(),
  /** The person who matched the name or number asked for, when it is not the head. */
  matchedPerson: z.string().nullable().optional(),
});
export type HouseholdRow = z.infer<typeof householdRow>;

/** The conditions by which households are found; persons match by any member, old or corrected value. */
export const householdFilter = z
  .strictObject({
    recognised: z.boolean({ error: '认定状态只能填是或否' }).optional(),
    kind: oneOrMany(oneOf('保障措施', SAFEGUARD_KINDS)).optional(),
    /** An option's key; here and in the five below, `none` and `other` find what their statistics column counts. */
    appraisalResult: oneOrMany(requiredText('鉴定（评定）结果', 64)).optional(),
    renovationMode: oneOrMany(requiredText('改造方式', 64)).optional(),
    constructionMode: oneOrMany(requiredText('建设方式', 64)).optional(),
    relocationType: oneOrMany(requiredText('移民搬迁类型', 64)).optional(),
    publicHousingType: oneOrMany(requiredText('公益性住房类型', 64)).optional(),
    otherMeansType: oneOrMany(requiredText('其他保障方式', 64)).optional(),
    /** How far a household's relocation from poverty has come, by the last of its dates. */
    relocationState: oneOrMany(oneOf('易地扶贫搬迁进度', RELOCATION_STATES)).optional(),
    /** Of the renovation archive: accepted, with a completion date, lacking a field that a complete one has. */
    accepted: z.boolean({ error: '是否验收只能填是或否' }).optional(),
    completed: z.boolean({ error: '是否竣工只能填是或否' }).optional(),
    archiveIncomplete: z.boolean({ error: '档案未完成只能填是或否' }).optional(),
    povertyExited: z.boolean({ error: '是否脱贫只能填是或否' }).optional(),
    /** A year, or `missing`: no year that the statistics have a column for. */
    exitYear: oneOrMany(
      z.union([z.int().min(2000).max(2100), z.literal('missing')], {
        error: '脱贫年份必须是整数，或 missing（年份缺失）',
      }),
    ).optional(),
    regionCode: regionCode.optional(),
    /** Only households bound to the region itself (未落实到下级), none of those below it. */
    exactRegion: z.boolean({ error: '未落实到下级只能填是或否' }).optional(),
    reviewState: oneOrMany(oneOf('审核状态', REVIEW_STATES)).optional(),
    source: oneOf('来源', HOUSEHOLD_SOURCES).optional(),
    departed: z.boolean({ error: '已说明退出只能填是或否' }).optional(),
    entryDateFrom: calendarDate('录入时间（起）').optional(),
    entryDateTo: calendarDate('录入时间（止）').optional(),
    entryPerson: requiredText('录入人', 50).optional(),
    personName: requiredText('姓名', 50).optional(),
    idNumber: requiredText('身份证号', 40).optional(),
    hasWarning: z.boolean({ error: '有无预警只能填是或否' }).optional(),
    linked: oneOf('关联', [...LINKED_RECORDS, 'none']).optional(),
  })
  .refine((filter) => !filter.entryDateFrom || !filter.entryDateTo || filter.entryDateFrom <= filter.entryDateTo, {
    path: ['entryDateTo'],
    error: '录入时间（止）不能早于录入时间（起）',
  });
/** The conditions as a caller sends them: where several values may match, one may stand alone. */
export type HouseholdConditions = z.input<typeof householdFilter>;
/** The conditions as a door reads them. */
export type HouseholdFilter = z.output<typeof householdFilter>;

/** Fields by which the household list is ordered. */
export const HOUSEHOLD_SORT_FIELDS = ['id', 'regionCode'] as const;
