import { z } from 'zod';
import { door } from './door';
import { rowIdText, versionNumber } from './field-shapes';

const params = z.strictObject({ householdId: rowIdText });

/** Inputs of the recognition form by their names, as typed: only those that differ from the record. */
const draftFields = z
  .record(
    z.string().min(1).max(200),
    z.union([z.string().max(2000), z.boolean()], { error: '草稿中有过长或无法识别的内容' }),
    { error: '草稿格式不正确' },
  )
  .refine((fields) => Object.keys(fields).length <= 500, { error: '草稿内容过多' });

/** What a clerk has typed and not saved, with the version of the household that it was typed upon. */
export const draftInput = z.strictObject({ version: versionNumber, fields: draftFields });
export type DraftInput = z.infer<typeof draftInput>;

export const draftRecord = z.object({
  version: z.int(),
  fields: z.record(z.string(), z.union([z.string(), z.boolean()])),
  savedAt: z.string(),
});
export type DraftRecord = z.infer<typeof draftRecord>;

export const draftAnswer = z.object({ draft: draftRecord.nullable() });
export type DraftAnswer = z.infer<typeof draftAnswer>;

/** One of the clerk's own drafts, with the household that it is for. */
export const draftRow = z.object({
  householdId: z.int(),
  headName: z.string(),
  regionName: z.string(),
  recognised: z.boolean(),
  savedAt: z.string(),
  /** The household was changed after the draft was begun. */
  outdated: z.boolean(),
});
export type DraftRow = z.infer<typeof draftRow>;

export const draftListDoor = door({
  id: 'registry.draft.find',
  method: 'GET',
  path: '/registry/drafts',
  access: ['enter'],
  scope: 'region',
  summary: "The clerk's own drafts, the latest first; at most 200",
  answer: z.array(draftRow),
});

export const draftReadDoor = door({
  id: 'registry.draft.findOne',
  method: 'GET',
  path: '/registry/drafts/:householdId',
  access: ['enter'],
  scope: 'region',
  summary: "The clerk's own draft for a household, or none",
  params,
  answer: draftAnswer,
});

export const draftSaveDoor = door({
  id: 'registry.draft.save',
  method: 'PUT',
  path: '/registry/drafts/:householdId',
  access: ['enter'],
  scope: 'region',
  summary: "Keep what is typed as the clerk's own draft; it expires after 30 days",
  params,
  body: draftInput,
  answer: draftAnswer,
});

export const draftDeleteDoor = door({
  id: 'registry.draft.delete',
  method: 'DELETE',
  path: '/registry/drafts/:householdId',
  access: ['enter'],
  scope: 'region',
  summary: "Give up the clerk's own draft",
  params,
  answer: draftAnswer,
});
