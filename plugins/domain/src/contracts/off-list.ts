import { z } from 'zod';
import { HOUSEHOLD_SOURCES } from '../vocabulary';
import { door } from './door';
import { optionalText, oneOf, phoneNumber, regionCode, requiredText } from './field-shapes';
import { householdRecord } from './household-record';
import { newSafeguard } from './safeguard';

const phone = phoneNumber('联系方式');

/** A person of a household beside the list. A number is kept as it stands on the paper: a wrong one is a warning, no refusal. */
export const newMember = z.strictObject({
  name: requiredText('姓名', 50),
  isHead: z.boolean({ error: '是否户主只能填是或否' }),
  relationToHead: optionalText('与户主关系', 20),
  idNumber: optionalText('身份证号', 40),
  phone,
  gender: oneOf('性别', ['男', '女']).nullish(),
});
export type NewMember = z.infer<typeof newMember>;

/** 库外信息补录: a verified poor household that the list lacks, with its safeguard if that is known already. */
export const newHousehold = z.strictObject({
  regionCode: regionCode.min(1, { error: '请选择所在地' }),
  verificationNote: requiredText('核实说明', 500),
  members: z
    .array(newMember, { error: '请填写家庭成员' })
    .min(1, { error: '请填写家庭成员' })
    .max(50, { error: '家庭成员过多' })
    .refine((members) => members.filter(({ isHead }) => isHead).length === 1, { error: '一户须有且只有一名户主' }),
  safeguard: newSafeguard.optional(),
});
export type NewHousehold = z.infer<typeof newHousehold>;

export const householdCreateDoor = door({
  id: 'registry.household.create',
  method: 'POST',
  path: '/registry/households',
  access: ['enter'],
  scope: 'region',
  summary: 'Add a household that the list lacks; refused when one of its persons stands on or beside the list already',
  body: newHousehold,
  answer: householdRecord,
});

/** Where a person stands already; outside the caller's region only the county is told. */
export const personStanding = z.object({
  /** The number as it was asked for. */
  idNumber: z.string(),
  /** Whether the person lies in the caller's region; the household, its source and the name are told only then. */
  inRegion: z.boolean(),
  householdId: z.int().nullable(),
  source: z.enum(HOUSEHOLD_SOURCES).nullable(),
  personName: z.string().nullable(),
  regionCode: z.string(),
  regionName: z.string(),
  message: z.string(),
});
export type PersonStanding = z.infer<typeof personStanding>;
export const standingAnswer = z.object({ standing: personStanding.nullable() });
export type StandingAnswer = z.infer<typeof standingAnswer>;

export const householdStandingDoor = door({
  id: 'registry.household.standing',
  method: 'POST',
  path: '/registry/households/standing',
  access: ['enter'],
  scope: 'region',
  summary: 'Where the person with this number stands already, masked outside the region; a hit there is journalled',
  body: z.strictObject({ idNumber: requiredText('身份证号', 40) }),
  answer: standingAnswer,
});
