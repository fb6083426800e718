import { z } from 'zod';
import { door } from './door';
import { calendarDate, regionCode } from './field-shapes';
import { jsonParameter, listQuery } from './list-query';

/** Entries that one file may hold. */
export const LARGEST_JOURNAL_FILE = 20_000;

/** One field of an entry: what stood there and what stands there now, masked where it is a person's. */
export const journalChange = z.object({
  field: z.string(),
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type JournalChange = z.infer<typeof journalChange>;

export const journalEntry = z.object({
  id: z.int(),
  at: z.string(),
  /** Null: nobody was signed in, such as at a sign-in or in a job. */
  actorId: z.int().nullable(),
  /** At a sign-in that of the account that it names. */
  actorName: z.string().nullable(),
  username: z.string().nullable(),
  action: z.string(),
  actionLabel: z.string(),
  subjectTable: z.string(),
  subjectLabel: z.string(),
  subjectId: z.int().nullable(),
  /** Null: what concerns the whole node. */
  regionCode: z.string().nullable(),
  regionName: z.string().nullable(),
  requestId: z.string().nullable(),
  /** Whether the entry stands in the hash chain already. */
  sealed: z.boolean(),
  changes: z.array(journalChange),
});
export type JournalEntry = z.infer<typeof journalEntry>;

const text = (label: string, longest: number) =>
  z
    .string({ error: `${label}必须是文本` })
    .trim()
    .min(1, { error: `请填写${label}` })
    .max(longest, { error: `${label}不能超过 ${longest} 个字` })
    .regex(/^[^\u0000-\u001f\u007f]+$/, { error: `${label}中有无法识别的字符` });

export const journalFilter = z.strictObject({
  /** User name or name of an account, whole. */
  actor: text('操作人', 100).optional(),
  action: text('操作', 40).optional(),
  subjectTable: text('对象类型', 63).optional(),
  subjectId: z.int({ error: '对象编号必须是整数' }).positive({ error: '对象编号必须是正数' }).optional(),
  requestId: text('请求编号', 64).optional(),
  regionCode: regionCode.optional(),
  /** Days in China, both included. */
  dateFrom: calendarDate('起始日期').optional(),
  dateTo: calendarDate('截止日期').optional(),
  /** Entries about the household with this number in the register. */
  registryNumber: text('户编号', 100).optional(),
  /** Entries about the person with this number and their household; the answer does not show it. */
  idNumber: text('证件号码', 40).optional(),
  /** Leaves out that the journal was read. */
  withoutReads: z.boolean({ error: 'withoutReads 应为 true 或 false' }).optional(),
});
export type JournalFilter = z.infer<typeof journalFilter>;

export const journalListDoor = door({
  id: 'access.journal.find',
  method: 'GET',
  path: '/access/journal',
  access: ['audit'],
  scope: 'audit',
  journalled: true,
  summary: "The journal of the auditor's region, newest first, people's values masked; reading it is journalled",
  query: listQuery(journalFilter, ['id']),
  answer: z.array(journalEntry),
});

export const journalFileDoor = door({
  id: 'access.journal.file',
  method: 'GET',
  path: '/access/journal/file',
  access: ['audit'],
  scope: 'audit',
  journalled: true,
  summary: 'The same entries as a CSV file, masked; at most 20,000 of them; journalled',
  query: z.strictObject({ filter: jsonParameter('filter', journalFilter).optional() }),
});

const seal = z.int({ error: '封存号必须是整数' }).nonnegative({ error: '封存号不能小于 0' });

/** A seal of the chain as it is kept outside the database. */
export const journalSeal = z.object({
  /** The day in China whose last seal this is. */
  day: z.string(),
  seal: z.int(),
  at: z.string(),
  lastEntry: z.int(),
  hash: z.string(),
});
export type JournalSeal = z.infer<typeof journalSeal>;

export const journalSealsDoor = door({
  id: 'access.journal.seals',
  method: 'GET',
  path: '/access/journal/seals',
  access: ['audit'],
  scope: 'audit',
  summary: 'The last seal of each of the last 400 days, newest first: to be kept outside the database',
  answer: z.array(journalSeal),
});

export const JOURNAL_FAULTS = [
  'entryChanged',
  'entryRemoved',
  'entryAdded',
  'sealChanged',
  'sealMissing',
  'anchorDiffers',
] as const;
export type JournalFault = (typeof JOURNAL_FAULTS)[number];

export const journalVerification = z.strictObject({
  /** The seal up to which earlier calls have compared; absent or 0: from the beginning. */
  after: seal.optional(),
  /** A seal that was kept outside the database. */
  anchor: z
    .strictObject({
      seal,
      hash: z.string({ error: '请填写封存值' }).regex(/^[0-9a-f]{64}$/i, { error: '封存值应为 64 位十六进制数' }),
    })
    .optional(),
});
export type JournalVerification = z.infer<typeof journalVerification>;

export const journalVerified = z.object({
  /** Whether what this call compared is as it was sealed. */
  intact: z.boolean(),
  /** What the next call gives as `after`; null at the end, or at what is broken. */
  next: z.int().nullable(),
  /** The last seal that was compared, its hash, and how many entries this call compared. */
  seal: z.int(),
  head: z.string().nullable(),
  entries: z.int(),
  /** Entries that are too young to be sealed. */
  unsealed: z.int(),
  fault: z.enum(JOURNAL_FAULTS).nullable(),
  brokenSeal: z.int().nullable(),
  brokenEntry: z.int().nullable(),
  message: z.string(),
  seconds: z.number(),
});
export type JournalVerified = z.infer<typeof journalVerified>;

export const journalVerifyDoor = door({
  id: 'access.journal.verify',
  method: 'POST',
  path: '/access/journal/verify',
  access: ['audit'],
  scope: 'audit',
  summary: "Compare the whole node's journal with its seals, a part a call; names the first row that is broken",
  body: journalVerification,
  answer: journalVerified,
});
