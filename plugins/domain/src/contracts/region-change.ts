import { z } from 'zod';
import { door } from './door';
import { oneOf, regionCode, requiredText } from './field-shapes';
import { listQuery } from './list-query';

const preview = z.boolean({ error: '请说明是预览还是执行' });
const reason = requiredText('调整依据', 200);
const name = requiredText('区划名称', 60);
/** Codes that differ from the proposed ones: the region below, and the code that it is to have. */
const codes = z
  .array(z.strictObject({ code: regionCode, into: regionCode }), { error: '代码对照不正确' })
  .max(2000, { error: '一次最多指定 2000 个代码' })
  .default([]);
const subject = { preview, reason, codes, region: regionCode };

/** Everything of a region becomes part of another one of its level; what lies below gets codes there. */
const regionMerge = z.strictObject({ kind: z.literal('merge'), ...subject, into: regionCode });

/** Another name and, where its code changes as well, another code for it and all below. */
const regionRename = z.strictObject({ kind: z.literal('rename'), ...subject, name, code: regionCode.optional() });

/** What leaves a region: regions below it, or households of a village by their 户编号; into a new region or one in force. */
const regionPart = z.strictObject({
  into: regionCode.optional(),
  name: name.optional(),
  code: regionCode.optional(),
  children: z.array(regionCode).max(500).default([]),
  households: z.array(requiredText('户编号', 255)).max(5000, { error: '一次最多划出 5000 户' }).default([]),
});
export type RegionPart = z.infer<typeof regionPart>;

const regionSplit = z.strictObject({
  kind: z.literal('split'),
  ...subject,
  parts: z
    .array(regionPart, { error: '请说明划出的部分' })
    .min(1, { error: '请说明划出的部分' })
    .max(20, { error: '一次最多划出 20 个部分' }),
});

export const regionChange = z.discriminatedUnion('kind', [regionMerge, regionSplit, regionRename], {
  error: '调整方式只能是合并、拆分或更名',
});
export type RegionChange = z.infer<typeof regionChange>;

/** One line of the map of codes. */
export const recodedRegion = z.object({
  code: z.string(),
  name: z.string(),
  into: z.string(),
  intoName: z.string(),
  /** The code did not exist before. */
  isNew: z.boolean(),
});
export type RecodedRegion = z.infer<typeof recodedRegion>;

/** What follows a change: counts only, as configurators see no household. */
export const regionChangeEffect = z.object({
  households: z.int(),
  recognised: z.int(),
  /** Of the households: approved ones, whose approval stays. */
  approved: z.int(),
  archives: z.int(),
  relocationEntries: z.int(),
  accounts: z.int(),
  drafts: z.int(),
  warnings: z.int(),
  /** Lists and exports that wait. */
  jobs: z.int(),
});
export type RegionChangeEffect = z.infer<typeof regionChangeEffect>;

export const regionChangePlan = z.object({
  /** The change's number; null as a preview. */
  id: z.int().nullable(),
  summary: z.string(),
  created: z.array(z.object({ code: z.string(), name: z.string() })),
  codes: z.array(recodedRegion),
  effect: regionChangeEffect,
  /** What stands against it, by field; empty when it can be made. */
  problems: z.record(z.string(), z.string()),
});
export type RegionChangePlan = z.infer<typeof regionChangePlan>;

export const regionChangeRow = z.object({
  id: z.int(),
  at: z.string(),
  by: z.string(),
  kind: z.enum(['merge', 'split', 'rename']),
  summary: z.string(),
  reason: z.string(),
  households: z.int(),
  accounts: z.int(),
  codes: z.array(z.object({ code: z.string(), into: z.string() })),
});
export type RegionChangeRow = z.infer<typeof regionChangeRow>;

export const regionChangeDoor = door({
  id: 'access.region-change.make',
  method: 'POST',
  path: '/access/region-changes',
  access: ['configure'],
  scope: 'open',
  summary:
    'Merge, split or rename a region below one’s own with everything that is bound to it, or show first what that does',
  body: regionChange,
  answer: regionChangePlan,
});

export const regionChangesDoor = door({
  id: 'access.region-change.find',
  method: 'GET',
  path: '/access/region-changes',
  access: ['configure'],
  scope: 'open',
  summary: 'Changes of the regions inside one’s own, newest first, each with its map of codes',
  query: listQuery(z.strictObject({ kind: oneOf('调整方式', ['merge', 'split', 'rename']).optional() }), ['id']),
  answer: z.array(regionChangeRow),
});
