import { z } from 'zod';
import { USER_LEVELS, USER_STATUSES } from '../vocabulary';
import {
  halfWidth,
  oneOf,
  oneOrMany,
  optionalDate,
  optionalText,
  regionCode,
  requiredText,
  rowId,
  rowIdText,
} from './field-shapes';

/** What one person of the ledger has entered. */
const workDone = {
  entered: z.int(),
  enteredToday: z.int(),
  lastEntryAt: z.string().nullable(),
  /** Share of the entered records that a reviewer has returned, 0–100; null without entries. */
  returnedShare: z.number().nullable(),
};

/** Whose an account is, and what it is. */
export const accountFacts = {
  id: z.int(),
  username: z.string(),
  name: z.string(),
  role: z.string(),
  roleLabel: z.string(),
  level: z.enum(USER_LEVELS),
  regionCode: z.string(),
  regionName: z.string(),
};

/** A person of the user ledger, with the work done. */
export const userRow = z.object({
  ...accountFacts,
  /** False for a township user whose township is not chosen yet: `regionCode` is the county's. */
  placed: z.boolean(),
  /** The township that such a user has asked for. */
  requestedRegionCode: z.string().nullable(),
  requestedRegionName: z.string().nullable(),
  unit: z.string().nullable(),
  phone: z.string().nullable(),
  townshipReviewer: z.string().nullable(),
  countyReviewer: z.string().nullable(),
  validUntil: z.string().nullable(),
  status: z.enum(USER_STATUSES),
  lastSignIn: z.string().nullable(),
  ...workDone,
});
export type UserRow = z.infer<typeof userRow>;

export const userFilter = z.strictObject({
  regionCode: regionCode.optional(),
  role: oneOrMany(requiredText('角色', 50)).optional(),
  status: oneOrMany(oneOf('状态', USER_STATUSES)).optional(),
  /** A part of the name or of the user name. */
  name: requiredText('姓名或用户名', 50).optional(),
});
export type UserFilter = z.infer<typeof userFilter>;

export const userParams = z.strictObject({ id: rowIdText });

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,29}$/;
const PHONE = /^[\d+\-() ]{5,30}$/;

const phone = z
  .preprocess(halfWidth, optionalText('联系方式', 30))
  .refine((value) => typeof value !== 'string' || PHONE.test(value), { error: '联系方式只能填电话号码' });

const details = {
  unit: optionalText('单位', 100),
  phone,
  townshipReviewer: optionalText('乡镇审核责任人', 50),
  countyReviewer: optionalText('县级审核责任人', 50),
  validUntil: optionalDate('有效期'),
};

/** A new person; without `initialPassword` one is made up. */
export const newUser = z.strictObject({
  username: requiredText('用户名', 30).refine((name) => USERNAME.test(name), {
    error: '用户名用 3 至 30 位小写字母、数字或 . _ -，以字母或数字开头',
  }),
  name: requiredText('姓名', 50),
  role: requiredText('角色', 50),
  regionCode,
  initialPassword: z
    .string({ error: '初始密码必须是文本' })
    .max(200, { error: '初始密码不能超过 200 个字' })
    .optional(),
  ...details,
});
export type NewUser = z.infer<typeof newUser>;

/** Accounts that one batch may hold: each costs a password hash. */
export const LARGEST_USER_BATCH = 50;

/** New persons of a county, all or none. */
export const newUsers = z.strictObject({
  users: z
    .array(newUser)
    .min(1, { error: '至少一个用户' })
    .max(LARGEST_USER_BATCH, { error: `一次最多 ${LARGEST_USER_BATCH} 个用户` }),
});

/** The columns of a workbook of new persons, in their order. */
export const USER_WORKBOOK_COLUMNS = ['用户名', '姓名', '角色', '行政区划', '单位', '联系方式'] as const;
/** Bytes of a workbook of new persons. */
export const LARGEST_USER_WORKBOOK = 1024 ** 2;

/** The rows of an uploaded workbook as texts, without its heads; nothing is made yet. */
export const userWorkbook = z.object({ rows: z.array(z.array(z.string())) });
export type UserWorkbook = z.infer<typeof userWorkbook>;

/** What is changed of a person; what is left out stays as it is. */
export const userChange = z
  .strictObject({
    name: requiredText('姓名', 50).optional(),
    role: requiredText('角色', 50).optional(),
    regionCode: regionCode.optional(),
    ...details,
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), { error: '没有要修改的内容' });
export type UserChange = z.infer<typeof userChange>;

/** A person whose password was set by the superior: answered this once and kept nowhere. */
export const userWithPassword = z.object({ user: userRow, initialPassword: z.string() });
export type UserWithPassword = z.infer<typeof userWithPassword>;

/** Who takes over what a person leaves behind. */
export const handOver = z.strictObject({ to: rowId });

/** How many drafts and returned records went over. */
export const handOverAnswer = z.object({ drafts: z.int(), returned: z.int() });
export type HandOverAnswer = z.infer<typeof handOverAnswer>;

/** A role that the caller may give, and the levels of accounts that it may be given to. */
export const grantableRole = z.object({
  role: z.string(),
  label: z.string(),
  levels: z.array(z.enum(USER_LEVELS)),
});
export type GrantableRole = z.infer<typeof grantableRole>;

/** A township with unrecognised households and nobody who enters them. */
export const userProposal = z.object({ regionCode: z.string(), regionName: z.string(), unrecognised: z.int() });
export type UserProposal = z.infer<typeof userProposal>;
