import { z } from 'zod';
import { HOUSEHOLD_SOURCES, LINKED_RECORDS, REVIEW_STATES, SAFEGUARD_KINDS } from '../vocabulary';
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
    appraisalResult: oneOrMany(requiredText('鉴定（评定）结果', 64)).optional(),
    exitYear: oneOrMany(z.int({ error: '脱贫年份必须是整数' }).min(2000).max(2100)).optional(),
    regionCode: regionCode.optional(),
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
