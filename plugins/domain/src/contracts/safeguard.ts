import { z } from 'zod';
import { REVIEW_STATES, SAFEGUARD_KINDS } from '../vocabulary';
import {
  calendarDate,
  optionalDate,
  optionalKey,
  optionalMoney,
  optionalText,
  optionalTick,
  requiredText,
  versionNumber,
} from './field-shapes';

const common = {
  version: versionNumber,
  kindNote: optionalText('其他的具体说明', 500),
  entryPerson: requiredText('录入人', 50),
  entryDate: calendarDate('录入时间'),
  townshipReviewer: optionalText('乡镇审核人', 50),
  townshipReviewDate: optionalDate('乡镇审核时间'),
  countyReviewer: optionalText('县级主管部门审核人', 50),
  countyReviewDate: optionalDate('县级主管部门审核时间'),
};

const relocationDates = {
  startDate: optionalDate('开工时间'),
  completionDate: optionalDate('竣工时间'),
  moveInDate: optionalDate('入住时间'),
  notStarted: optionalTick('尚未开工'),
  notCompleted: optionalTick('尚未竣工'),
  notMovedIn: optionalTick('尚未入住'),
};

/** The archive fields that the recognition form shows for a renovation; they are kept in the linked archive record. */
export const renovationFields = {
  originalAppraisalResult: optionalKey('原住房鉴定（评定）结果'),
  renovationMode: optionalKey('改造方式'),
  constructionMode: optionalKey('建设方式'),
  planYear: z.preprocess(
    (year) => (year === '' ? null : year),
    z.int({ error: '列入计划的年度必须是年份' }).min(1900).max(2100).nullish(),
  ),
  subsidyTotal: optionalMoney('各级政府补助资金'),
  startDate: optionalDate('开工日期'),
  completionDate: optionalDate('竣工日期'),
  accepted: optionalTick('是否验收'),
  acceptedBy: optionalText('验收人', 50),
};

/**
 * What a clerk sends to recognise a household: the fields of one kind and nothing else.
 * Which of them are required, and which options exist, is the form's data: see checkSafeguard.
 */
export const safeguardInput = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      ...common,
      kind: z.literal('originalSafe'),
      appraisalResult: optionalKey('鉴定（评定）结果'),
      appraiser: optionalText('鉴定（评定）人', 100),
      appraisalDate: optionalDate('鉴定（评定）时间'),
    }),
    z.strictObject({ ...common, kind: z.literal('renovation'), ...renovationFields }),
    z.strictObject({
      ...common,
      kind: z.literal('povertyRelocation'),
      ...relocationDates,
      confirmedBy: optionalText('项目主管部门确认人', 50),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('otherRelocation'),
      relocationType: optionalKey('类型'),
      ...relocationDates,
    }),
    z.strictObject({
      ...common,
      kind: z.literal('publicHousing'),
      publicHousingType: optionalKey('保障方式'),
      moveInDate: optionalDate('入住时间'),
    }),
    z.strictObject({ ...common, kind: z.literal('otherMeans'), otherMeansType: optionalKey('保障方式') }),
  ],
  { error: '请选择住房安全保障情况' },
);
export type SafeguardInput = z.infer<typeof safeguardInput>;

const [originalSafe, renovation, povertyRelocation, otherRelocation, publicHousing, otherMeans] =
  safeguardInput.options;
const unversioned = { version: true } as const;

/** The safeguard of a household that is only being added: there is no version yet. */
export const newSafeguard = z.discriminatedUnion(
  'kind',
  [
    originalSafe.omit(unversioned),
    renovation.omit(unversioned),
    povertyRelocation.omit(unversioned),
    otherRelocation.omit(unversioned),
    publicHousing.omit(unversioned),
    otherMeans.omit(unversioned),
  ],
  { error: '请选择住房安全保障情况' },
);
export type SafeguardInputOf<Kind extends SafeguardInput['kind']> = Extract<SafeguardInput, { kind: Kind }>;

const text = z.string().nullable();
const tick = z.boolean().nullable();

/** The recognised safeguard as the record shows it; a renovation's own fields stand in the record's `renovation`. */
export const safeguardRecord = z.object({
  id: z.int(),
  kind: z.enum(SAFEGUARD_KINDS),
  kindNote: text,
  appraisalResult: text,
  appraiser: text,
  appraisalDate: text,
  originalAppraisalResult: text,
  renovationId: z.int().nullable(),
  relocationEntryId: z.int().nullable(),
  relocationType: text,
  startDate: text,
  completionDate: text,
  moveInDate: text,
  notStarted: tick,
  notCompleted: tick,
  notMovedIn: tick,
  confirmedBy: text,
  publicHousingType: text,
  otherMeansType: text,
  entryPerson: z.string(),
  entryDate: z.string(),
  townshipReviewer: text,
  townshipReviewDate: text,
  countyReviewer: text,
  countyReviewDate: text,
  reviewState: z.enum(REVIEW_STATES),
});
export type SafeguardRecord = z.infer<typeof safeguardRecord>;

/** Withdrawing a recognition names why. */
export const safeguardWithdrawal = z.strictObject({ version: versionNumber, reason: requiredText('撤销原因', 500) });
export type SafeguardWithdrawal = z.infer<typeof safeguardWithdrawal>;
