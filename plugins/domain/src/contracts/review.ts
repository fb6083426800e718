import { z } from 'zod';
import { REVIEW_CHANGE_SUBJECTS, REVIEW_STATES, SAFEGUARD_KINDS } from '../vocabulary';
import { oneOf, oneOrMany, regionCode, requiredText, rowIdText, versionNumber } from './field-shapes';

/** Why a record was returned: `field` is a field of the form, `members.<id>`, `evidence.<category>` or `record`. */
export const reviewReason = z.strictObject({
  field: requiredText('退回的栏目', 80),
  text: requiredText('退回原因', 300),
});
export type ReviewReason = z.infer<typeof reviewReason>;

const text = z.string().nullable();

/** A household as a review queue shows it. */
export const reviewRow = z.object({
  id: z.int(),
  headName: z.string(),
  regionCode: z.string(),
  regionName: z.string(),
  memberCount: z.int(),
  kind: z.enum(SAFEGUARD_KINDS),
  entryPerson: z.string(),
  entryDate: z.string(),
  /** The last write to the safeguard. */
  changedAt: z.string(),
  reviewState: z.enum(REVIEW_STATES),
  warningCount: z.int(),
  /** It was approved at this level before and has come back. */
  approvedBefore: z.boolean(),
  /** The county's signature stands on paper already and waits to be confirmed. */
  countyPaper: z.boolean(),
  returnReasons: z.array(reviewReason),
  returnedByName: text,
  version: z.int(),
});
export type ReviewRow = z.infer<typeof reviewRow>;

/** Conditions on a queue; without a state it is what waits for the signed-in person. */
export const reviewFilter = z.strictObject({
  reviewState: oneOf('审核状态', REVIEW_STATES).optional(),
  regionCode: regionCode.optional(),
  kind: oneOrMany(oneOf('保障措施', SAFEGUARD_KINDS)).optional(),
  personName: requiredText('姓名', 50).optional(),
  entryPerson: requiredText('录入人', 50).optional(),
  /** Part of a person's name, of the village or of the entry person. */
  search: requiredText('查找内容', 50).optional(),
  hasWarning: z.boolean({ error: '有无预警只能填是或否' }).optional(),
  approvedBefore: z.boolean({ error: '有无变更只能填是或否' }).optional(),
  countyPaper: z.boolean({ error: '纸质已审只能填是或否' }).optional(),
});
export type ReviewConditions = z.input<typeof reviewFilter>;
export type ReviewFilter = z.output<typeof reviewFilter>;

const plain = z.union([z.string(), z.number(), z.boolean()]).nullable();

/** One field that differs from what was approved last. */
export const reviewChange = z.object({
  subject: z.enum(REVIEW_CHANGE_SUBJECTS),
  subjectId: z.int(),
  /** The field's name; of evidence `added` or `deleted`. */
  field: z.string(),
  before: plain,
  after: plain,
});
export type ReviewChange = z.infer<typeof reviewChange>;

/** What a reviewer compares: the changes since the level's last approval, if there was one. */
export const reviewComparison = z.object({
  householdId: z.int(),
  comparedWith: text,
  changes: z.array(reviewChange),
});
export type ReviewComparison = z.infer<typeof reviewComparison>;

export const reviewParams = z.strictObject({ householdId: rowIdText });

export const reviewDecision = z.strictObject({ version: versionNumber });
export type ReviewDecision = z.infer<typeof reviewDecision>;

export const reviewReturn = z.strictObject({
  version: versionNumber,
  reasons: z
    .array(reviewReason, { error: '请填写退回原因' })
    .min(1, { error: '请至少填写一条退回原因' })
    .max(50, { error: '退回原因过多' }),
});
export type ReviewReturn = z.infer<typeof reviewReturn>;

/** What is done to a whole queue: one call takes a part of it, `after` goes on where the last one ended. */
export const reviewBatch = z.strictObject({
  filter: reviewFilter,
  action: oneOf('批量操作', ['approve']),
  /** Approve households with open warnings, too. */
  includeWarned: z.boolean({ error: '是否包含有预警的户只能填是或否' }).optional(),
  /** Answer of the call before. */
  after: z.string().max(200, { error: '翻页标记不正确' }).optional(),
});
export type ReviewBatch = z.infer<typeof reviewBatch>;

/** What a call of a batch did, and by name what it left out. */
export const reviewBatchAnswer = z.object({
  approved: z.int(),
  leftOut: z.array(
    z.object({
      householdId: z.int(),
      headName: z.string(),
      regionName: z.string(),
      reason: z.enum(['openWarnings', 'ownEntry']),
      message: z.string(),
    }),
  ),
  /** Null when the queue is through. */
  next: text,
});
export type ReviewBatchAnswer = z.infer<typeof reviewBatchAnswer>;
