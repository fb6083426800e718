import { z } from 'zod';
import { door } from './door';
import { optionalDate, optionalText, regionCode, requiredText, rowId, rowIdText, versionNumber } from './field-shapes';
import { listQuery } from './list-query';
import { optionRow } from './options';

const reason = optionalText('修改原因', 200);
const listKey = requiredText('选项列表', 64);
const label = requiredText('选项名称', 40);
const params = z.strictObject({ id: rowIdText });

/** A new option: its key is made by the server and never changes; it belongs to the configurator's region or to one inside it. */
export const optionAddition = z.strictObject({
  listKey,
  label,
  regionCode: regionCode.optional(),
  requiresNote: z.boolean({ error: '填写说明只能填是或否' }).optional(),
  validFrom: optionalDate('启用日期'),
  validTo: optionalDate('停用日期'),
  reason,
});
export type OptionAddition = z.infer<typeof optionAddition>;

/** What is changed of an option; `version` is the option's as it was read. */
export const optionChange = z.strictObject({
  version: versionNumber,
  label: label.optional(),
  enabled: z.boolean({ error: '启用状态只能填是或否' }).optional(),
  requiresNote: z.boolean({ error: '填写说明只能填是或否' }).optional(),
  validFrom: optionalDate('启用日期'),
  validTo: optionalDate('停用日期'),
  reason,
});
export type OptionChange = z.infer<typeof optionChange>;

/** The whole list in its new order, by the options' numbers. */
export const optionOrder = z.strictObject({
  listKey,
  ids: z.array(rowId, { error: '请给出选项的新顺序' }).min(1, { error: '请给出选项的新顺序' }).max(500),
  reason,
});
export type OptionOrder = z.infer<typeof optionOrder>;

/** Everything that carries one option becomes the other one; `preview` only counts it. */
export const optionMerge = z.strictObject({
  version: versionNumber,
  into: rowId,
  preview: z.boolean({ error: '请说明是预览还是合并' }),
  reason,
});
export type OptionMerge = z.infer<typeof optionMerge>;

const countyCount = z.object({ regionCode: z.string(), regionName: z.string(), households: z.int() });

/** How many households and archives carry an option, by county; a configurator sees counts only. */
export const optionUsage = z.object({
  id: z.int(),
  households: z.int(),
  /** Renovation archives, linked to a household or not. */
  archives: z.int(),
  counties: z.array(countyCount),
});
export type OptionUsage = z.infer<typeof optionUsage>;

export const optionMerged = z.object({ preview: z.boolean(), ...optionUsage.shape });
export type OptionMerged = z.infer<typeof optionMerged>;

/** One published change of the configuration: who, when, why, and whether it was taken back. */
export const configurationChangeRow = z.object({
  id: z.int(),
  at: z.string(),
  by: z.string().nullable(),
  /** `options:<list>`, `form` or `evidence`. */
  subject: z.string(),
  /** Keys of the options that it touched. */
  items: z.array(z.string()),
  action: z.string(),
  summary: z.string(),
  reason: z.string().nullable(),
  undoes: z.int().nullable(),
  undoneBy: z.int().nullable(),
});
export type ConfigurationChangeRow = z.infer<typeof configurationChangeRow>;

export const optionAddDoor = door({
  id: 'options.item.add',
  method: 'POST',
  path: '/options/items',
  access: ['configure'],
  scope: 'open',
  summary: 'Add a local option to a list; clerks of its region may choose it at once',
  body: optionAddition,
  answer: optionRow,
});

export const optionReorderDoor = door({
  id: 'options.item.reorder',
  method: 'POST',
  path: '/options/items/reorder',
  access: ['configure'],
  scope: 'open',
  summary: 'Put the options of a list in another order',
  body: optionOrder,
  answer: z.array(optionRow),
});

export const optionChangeDoor = door({
  id: 'options.item.change',
  method: 'PUT',
  path: '/options/items/:id',
  access: ['configure'],
  scope: 'open',
  summary: 'Rename, retire or enable an option, with dates and whether it requires a note; the key stays',
  params,
  body: optionChange,
  answer: optionRow,
});

export const optionUsageDoor = door({
  id: 'options.item.usage',
  method: 'GET',
  path: '/options/items/:id/usage',
  access: ['configure'],
  scope: 'open',
  summary: 'How many households of each county carry the option',
  params,
  answer: optionUsage,
});

export const optionMergeDoor = door({
  id: 'options.item.merge',
  method: 'POST',
  path: '/options/items/:id/merge',
  access: ['configure'],
  scope: 'open',
  summary: 'Merge a local option into another one of its list, or count first what that would change',
  params,
  body: optionMerge,
  answer: optionMerged,
});

export const listUsageDoor = door({
  id: 'options.list.usage',
  method: 'GET',
  path: '/options/usage',
  access: ['configure'],
  scope: 'open',
  summary: 'How many households carry each option of a list',
  query: z.strictObject({ listKey }),
  answer: z.array(z.object({ key: z.string(), households: z.int() })),
});

export const configurationVersionDoor = door({
  id: 'options.change.version',
  method: 'GET',
  path: '/options/version',
  access: 'signedIn',
  scope: 'open',
  summary: 'The stamp of options, form and evidence: another one means that a form must be read anew',
  answer: z.object({ version: z.int() }),
});

export const configurationChangesDoor = door({
  id: 'options.change.find',
  method: 'GET',
  path: '/options/changes',
  access: ['configure'],
  scope: 'open',
  summary: 'Published changes of the configuration, newest first',
  query: listQuery(z.strictObject({ subject: requiredText('内容', 80).optional() }), ['id']),
  answer: z.array(configurationChangeRow),
});

export const configurationUndoDoor = door({
  id: 'options.change.undo',
  method: 'POST',
  path: '/options/changes/:id/undo',
  access: ['configure'],
  scope: 'open',
  summary: 'Take a change back, as long as what it changed has not been changed again',
  params,
  body: z.strictObject({ reason }),
  answer: configurationChangeRow,
});
