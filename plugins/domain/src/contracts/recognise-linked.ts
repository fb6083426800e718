import { z } from 'zod';
import { LEFT_OUT_REASONS } from '../vocabulary';
import { door } from './door';
import { optionalDate, optionalText } from './field-shapes';
import { householdFilter } from './household';

/** 按关联信息认定: which households, and who answers for it; a preview may leave the persons out. */
export const recogniseLinked = z.strictObject({
  filter: householdFilter,
  preview: z.boolean({ error: '是否预览只能填是或否' }),
  /** Where the call before ended: each recognises the next part of the set, so that the caller can tell how far it is. */
  after: z.string().max(100).optional(),
  entryPerson: optionalText('录入人', 50),
  entryDate: optionalDate('录入时间'),
  townshipReviewer: optionalText('乡镇审核人', 50),
  townshipReviewDate: optionalDate('乡镇审核时间'),
  countyReviewer: optionalText('县级主管部门审核人', 50),
  countyReviewDate: optionalDate('县级主管部门审核时间'),
});
export type RecogniseLinked = z.infer<typeof recogniseLinked>;

/** What of the set can be recognised by its one source, what was, and by reason what stays out, with some of it by name. */
export const recogniseLinkedAnswer = z.object({
  /** Unrecognised households that match; of a call that recognises, those of its part. */
  matched: z.int(),
  /** Those with exactly one source that says everything. */
  recognisable: z.int(),
  byKind: z.object({ renovation: z.int(), povertyRelocation: z.int() }),
  /** How many were recognised by this call; none by a preview. */
  recognised: z.int(),
  /** What the next call gives as `after`; null when nothing is left, and for a preview. */
  next: z.string().nullable(),
  leftOut: z.array(
    z.object({
      reason: z.enum(LEFT_OUT_REASONS),
      message: z.string(),
      count: z.int(),
      examples: z.array(
        z.object({ householdId: z.int(), headName: z.string(), regionName: z.string(), detail: z.string().nullable() }),
      ),
    }),
  ),
});
export type RecogniseLinkedAnswer = z.infer<typeof recogniseLinkedAnswer>;

export const recogniseLinkedDoor = door({
  id: 'registry.safeguard.recogniseLinked',
  method: 'POST',
  path: '/registry/recognise-linked',
  access: ['enter'],
  scope: 'region',
  summary:
    'Recognise the unrecognised households of a filter by their one complete archive or list entry, or preview that',
  body: recogniseLinked,
  answer: recogniseLinkedAnswer,
});
