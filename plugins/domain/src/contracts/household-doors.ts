import { z } from 'zod';
import { SCOPED_DUTIES } from '../duties';
import { REVEALABLE_FIELDS } from '../vocabulary';
import { door } from './door';
import { oneOf, requiredText, rowId, rowIdText } from './field-shapes';
import { HOUSEHOLD_SORT_FIELDS, householdFilter, householdRow } from './household';
import { householdCorrection, householdRecord } from './household-record';
import { listQuery } from './list-query';
import { safeguardInput, safeguardWithdrawal } from './safeguard';

const params = z.strictObject({ id: rowIdText });

export const householdListDoor = door({
  id: 'registry.household.find',
  method: 'GET',
  path: '/registry/households',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary: 'Households by condition, in region order, numbers masked',
  query: listQuery(householdFilter, HOUSEHOLD_SORT_FIELDS),
  answer: z.array(householdRow),
});

export const householdRecordDoor = door({
  id: 'registry.household.findOne',
  method: 'GET',
  path: '/registry/households/:id',
  access: SCOPED_DUTIES,
  scope: 'region',
  journalled: true,
  summary: 'The record of one household; opening it is journalled',
  params,
  answer: householdRecord,
});

export const householdCorrectDoor = door({
  id: 'registry.household.correct',
  method: 'PUT',
  path: '/registry/households/:id',
  access: ['enter'],
  scope: 'region',
  summary: "Correct a household's numbers, phones, remark, departure or village",
  params,
  body: householdCorrection,
  answer: householdRecord,
});

export const safeguardRecogniseDoor = door({
  id: 'registry.safeguard.recognise',
  method: 'PUT',
  path: '/registry/households/:id/safeguard',
  access: ['enter'],
  scope: 'region',
  summary: 'Recognise a household: its safeguard as a whole',
  params,
  body: safeguardInput,
  answer: householdRecord,
});

export const safeguardWithdrawDoor = door({
  id: 'registry.safeguard.withdraw',
  method: 'DELETE',
  path: '/registry/households/:id/safeguard',
  access: ['enter'],
  scope: 'region',
  summary: 'Withdraw a recognition, with a reason',
  params,
  body: safeguardWithdrawal,
  answer: householdRecord,
});

/** Whose value to show; the head's when no person is named. */
export const revealRequest = z.strictObject({ field: oneOf('字段', REVEALABLE_FIELDS), memberId: rowId.optional() });
export type RevealRequest = z.infer<typeof revealRequest>;
export const revealAnswer = z.object({
  field: z.enum(REVEALABLE_FIELDS),
  memberId: z.int(),
  value: z.string().nullable(),
});
export type RevealAnswer = z.infer<typeof revealAnswer>;

export const householdRevealDoor = door({
  id: 'registry.household.reveal',
  method: 'POST',
  path: '/registry/households/:id/reveal',
  access: ['revealIdentity'],
  scope: 'region',
  summary: 'One value in force, unmasked; journalled',
  params,
  body: revealRequest,
  answer: revealAnswer,
});

export const lookupRequest = z.strictObject({
  idNumbers: z
    .array(requiredText('身份证号', 40), { error: '请给出身份证号' })
    .min(1, { error: '请至少给出一个身份证号' })
    .max(1000, { error: '一次最多查询 1000 个身份证号' }),
});
const lookupMatch = z.object({
  /** The number as it was asked for. */
  idNumber: z.string(),
  personName: z.string(),
  household: householdRow,
});
/** Numbers on the list, numbers beside it, and numbers of nobody in the region. */
export const lookupAnswer = z.object({
  found: z.array(lookupMatch),
  offList: z.array(lookupMatch),
  notFound: z.array(z.string()),
});
export type LookupAnswer = z.infer<typeof lookupAnswer>;

export const householdLookupDoor = door({
  id: 'registry.household.lookup',
  method: 'POST',
  path: '/registry/households/lookup',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary: 'Which of these ID numbers belong to a household, by any of its persons',
  body: lookupRequest,
  answer: lookupAnswer,
});

export const nextRequest = z.strictObject({
  afterId: rowId.nullish(),
  filter: householdFilter.optional(),
  /** Households to pass over. */
  skip: z.array(rowId).max(500, { error: '跳过的户数过多' }).optional(),
});
/** The request as a caller sends it. */
export type NextRequestInput = z.input<typeof nextRequest>;
export type NextRequest = z.output<typeof nextRequest>;
/** The next household to enter; null when none is left. The count is of the same village. */
export const nextAnswer = z.object({
  id: z.int().nullable(),
  household: householdRow.nullable(),
  regionCode: z.string().nullable(),
  regionName: z.string().nullable(),
  leftInVillage: z.int(),
});
export type NextAnswer = z.infer<typeof nextAnswer>;

export const householdNextDoor = door({
  id: 'registry.household.next',
  method: 'POST',
  path: '/registry/households/next',
  access: ['enter'],
  scope: 'region',
  summary: 'The next unrecognised household in village order, with how many are left in its village',
  body: nextRequest,
  answer: nextAnswer,
});
