import { z } from 'zod';
import { WARNING_KINDS, WARNING_STATES } from '../vocabulary';
import { door } from './door';
import { calendarDate, oneOf, oneOrMany, optionalText, regionCode, requiredText, rowIdText } from './field-shapes';
import { listQuery } from './list-query';

/** Which special cases a batch takes: those that wait for the caller's level and match. */
export const specialCaseSending = z.strictObject({
  filter: z.strictObject({
    kind: oneOrMany(oneOf('预警类型', WARNING_KINDS)).optional(),
    regionCode: regionCode.optional(),
  }),
  text: optionalText('说明', 500),
  /** Only counts what would be sent. */
  preview: z.boolean({ error: '请说明是预览还是报送' }),
});
export type SpecialCaseSending = z.infer<typeof specialCaseSending>;

export const specialCaseSent = z.object({
  preview: z.boolean(),
  cases: z.int(),
  /** Further ones that wait for another batch: one holds at most 5,000. */
  left: z.int(),
  regions: z.array(z.object({ regionCode: z.string(), regionName: z.string(), cases: z.int() })),
  /** Null for a preview. */
  batch: z.int().nullable(),
});
export type SpecialCaseSent = z.infer<typeof specialCaseSent>;

/** A batch, and how its special cases stand now. */
export const specialCaseBatch = z.object({
  id: z.int(),
  step: z.enum(['submit', 'forward']),
  regionCode: z.string(),
  regionName: z.string(),
  sentAt: z.string(),
  by: z.string().nullable(),
  text: z.string().nullable(),
  cases: z.int(),
  states: z.array(z.object({ state: z.enum(WARNING_STATES), count: z.int() })),
});
export type SpecialCaseBatch = z.infer<typeof specialCaseBatch>;

const reply = {
  text: requiredText('处理意见', 500),
  decidedOn: calendarDate('批复日期'),
  documentNumber: optionalText('文号', 100),
  authority: requiredText('批复单位', 100),
};

export const batchReply = z.strictObject({ decision: oneOf('处理结果', ['accepted', 'rejected']), ...reply });
export type BatchReply = z.infer<typeof batchReply>;

const params = z.strictObject({ id: rowIdText });

export const specialCaseSendDoor = door({
  id: 'warnings.special-case.send',
  method: 'POST',
  path: '/warnings/special-cases',
  access: ['handleSpecialCases'],
  levels: ['county', 'province'],
  scope: 'region',
  summary:
    'Send a batch of special cases: a county submits what its clerks proposed, the province forwards what counties submitted; `preview` only counts',
  body: specialCaseSending,
  answer: specialCaseSent,
});

export const specialCaseBatchesDoor = door({
  id: 'warnings.special-case.find',
  method: 'GET',
  path: '/warnings/special-cases',
  access: ['supervise', 'enter'],
  scope: 'region',
  summary: 'Batches of special cases that were sent in the region, newest first, with how their cases stand',
  query: listQuery(z.strictObject({}), ['id']),
  answer: z.array(specialCaseBatch),
});

export const specialCaseWorkbookDoor = door({
  id: 'warnings.special-case.workbook',
  method: 'GET',
  path: '/warnings/special-cases/:id/workbook',
  access: ['supervise'],
  scope: 'region',
  journalled: true,
  summary: 'A batch of special cases as a workbook (XLSX); numbers in full only with duty revealIdentity; journalled',
  params,
});

export const specialCaseReplyDoor = door({
  id: 'warnings.special-case.reply',
  method: 'POST',
  path: '/warnings/special-cases/:id/reply',
  access: ['handleSpecialCases'],
  levels: ['province'],
  scope: 'region',
  summary: 'Record the reply to all special cases of a forwarded batch that have none yet',
  params,
  body: batchReply,
  answer: z.object({ decided: z.int() }),
});
