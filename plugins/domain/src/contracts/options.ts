import { z } from 'zod';
import { door } from './door';
import { requiredText } from './field-shapes';
import { evidenceCategory, evidenceConfig } from './evidence-config';
import { formDefinition } from './forms';
import { listQuery } from './list-query';

export const optionListRow = z.object({
  id: z.int(),
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
});
export type OptionListRow = z.infer<typeof optionListRow>;

/** One option of a list; `core` options carry the statistics and cannot be removed. */
export const optionRow = z.object({
  id: z.int(),
  listKey: z.string(),
  key: z.string(),
  label: z.string(),
  rank: z.int(),
  enabled: z.boolean(),
  requiresNote: z.boolean(),
  core: z.boolean(),
  regionCode: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** The number of the last change that touched it; 0 as it was shipped. */
  version: z.int(),
});
export type OptionRow = z.infer<typeof optionRow>;

export const optionListsDoor = door({
  id: 'options.list.find',
  method: 'GET',
  path: '/options/lists',
  access: 'signedIn',
  scope: 'open',
  summary: 'The option lists',
  query: listQuery(z.strictObject({ key: requiredText('选项列表', 64).optional() }), ['id', 'key']),
  answer: z.array(optionListRow),
});

export const optionItemsDoor = door({
  id: 'options.item.find',
  method: 'GET',
  path: '/options/items',
  access: 'signedIn',
  scope: 'open',
  summary: 'Options, in list and rank order',
  query: listQuery(
    z.strictObject({
      listKey: requiredText('选项列表', 64).optional(),
      enabled: z.boolean({ error: '启用状态只能填是或否' }).optional(),
    }),
    ['id', 'rank'],
  ),
  answer: z.array(optionRow),
});

export const evidenceCategoriesDoor = door({
  id: 'options.evidence-category.find',
  method: 'GET',
  path: '/options/evidence-categories',
  access: 'signedIn',
  scope: 'open',
  summary: 'The categories of evidence',
  query: z.strictObject({}),
  answer: z.array(evidenceCategory),
});

/** All that the recognition form is built from, beside the option lists. */
export const formsAnswer = z.object({
  safeguard: formDefinition,
  evidence: evidenceConfig,
  idCard: z.object({ extraProvincePrefixes: z.array(z.string()) }),
  /** The configuration's stamp: another one says that options, form or evidence were changed since. */
  version: z.int(),
  /** The changes that published the form and the evidence; 0 as they were shipped. */
  formVersion: z.int(),
  evidenceVersion: z.int(),
  /** Today at the server, `YYYY-MM-DD`: the day that dates are judged by. */
  today: z.string(),
});
export type FormsAnswer = z.infer<typeof formsAnswer>;

export const formsDoor = door({
  id: 'options.form.find',
  method: 'GET',
  path: '/options/forms',
  access: 'signedIn',
  scope: 'open',
  summary: 'The recognition form, evidence requirements and identity-number settings',
  answer: formsAnswer,
});
