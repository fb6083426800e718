import { z } from 'zod';
import { LARGEST_TEMPLATE_BYTES } from '../certificate-values';
import { SAFEGUARD_KINDS } from '../vocabulary';
import { door } from './door';
import { LARGEST_PHOTO_BYTES } from './evidence';
import { evidenceConfig } from './evidence-config';
import { oneOf, optionalText, requiredText, versionNumber } from './field-shapes';
import { formDefinition } from './forms';

const reason = optionalText('修改原因', 200);
const key = z
  .string({ error: '缺少标识' })
  .regex(/^[a-z][A-Za-z0-9]{0,63}$/, { error: '标识应为字母和数字，以小写字母开头' });

/** Parts of the form whose fields are maintained apart: the fields common to all kinds, and those of each kind. */
export const FORM_PARTS = ['common', ...SAFEGUARD_KINDS] as const;
export type FormPart = (typeof FORM_PARTS)[number];

/** What is changed of one part of the form: which fields are required, their help, and the part's guide. */
export const formChange = z.strictObject({
  /** The document's as it was read. */
  version: versionNumber,
  part: oneOf('表单部分', FORM_PARTS),
  guide: optionalText('填写指引', 400),
  fields: z
    .array(
      z.strictObject({
        name: requiredText('栏目', 64),
        required: z.boolean({ error: '必填只能填是或否' }).optional(),
        help: optionalText('帮助文字', 400),
      }),
      { error: '请给出要修改的栏目' },
    )
    .max(50),
  reason,
});
export type FormChange = z.infer<typeof formChange>;

const proposedCategory = z.strictObject({
  key,
  label: requiredText('类别名称', 60),
  accepts: oneOf('上传格式', ['photo', 'document']),
  hint: requiredText('填写提示', 200),
});

/** The evidence that is asked for as proposed: keys of groups and categories are kept, new ones are added beside them. */
export const evidenceProposal = z.strictObject({
  categories: z.array(proposedCategory, { error: '请给出佐证材料类别' }).min(1).max(60),
  requirements: z
    .array(
      z.strictObject({
        kind: oneOf('住房安全保障情况', SAFEGUARD_KINDS),
        groups: z
          .array(
            z.strictObject({
              key,
              label: requiredText('必需材料名称', 60),
              categories: z.array(key).min(1, { error: '至少选择一个类别' }).max(20),
            }),
          )
          .max(12, { error: '一种保障方式最多 12 组必需材料' }),
        optional: z.array(key).max(40),
      }),
    )
    .length(SAFEGUARD_KINDS.length, { error: '每种保障方式都要给出' }),
});
export type EvidenceProposal = z.infer<typeof evidenceProposal>;

export const evidenceConfigChange = z.strictObject({ ...evidenceProposal.shape, version: versionNumber, reason });
export type EvidenceConfigChange = z.infer<typeof evidenceConfigChange>;

/** How many households would newly lack evidence, and how many would lack none any more, by county. */
export const evidenceEffect = z.object({
  missing: z.int(),
  mended: z.int(),
  counties: z.array(z.object({ regionCode: z.string(), regionName: z.string(), missing: z.int(), mended: z.int() })),
});
export type EvidenceEffect = z.infer<typeof evidenceEffect>;

export const formChangeDoor = door({
  id: 'options.form.change',
  method: 'PUT',
  path: '/options/forms',
  access: ['configure'],
  scope: 'open',
  summary: 'Publish which fields of one part of the form are required, with their help',
  body: formChange,
  answer: z.object({ version: z.int(), safeguard: formDefinition }),
});

export const evidencePreviewDoor = door({
  id: 'options.evidence-category.preview',
  method: 'POST',
  path: '/options/evidence-categories/preview',
  access: ['configure'],
  scope: 'open',
  summary: 'Count by county what a change of the evidence asked for would do; nothing is changed',
  body: evidenceProposal,
  answer: evidenceEffect,
});

export const evidenceChangeDoor = door({
  id: 'options.evidence-category.change',
  method: 'PUT',
  path: '/options/evidence-categories',
  access: ['configure'],
  scope: 'open',
  summary: 'Publish the evidence that every kind asks for; warnings of the households concerned follow at once',
  body: evidenceConfigChange,
  answer: z.object({ version: z.int(), evidence: evidenceConfig }),
});

/** A list, the form, the evidence or the rules of warnings as they were shipped; `version` is the subject's last change that the preview told. */
export const configurationRestore = z.strictObject({
  subject: z
    .string({ error: '请说明要恢复的内容' })
    .regex(/^(form|evidence|warnings|options:[A-Za-z]{1,64})$/, { error: '没有这样的内容' }),
  preview: z.boolean({ error: '请说明是预览还是恢复' }),
  version: versionNumber.optional(),
  reason,
});
export type ConfigurationRestore = z.infer<typeof configurationRestore>;

export const configurationRestored = z.object({
  preview: z.boolean(),
  version: z.int(),
  /** What the restoration changes, a sentence each; empty when everything is as shipped. */
  words: z.array(z.string()),
  /** Of evidence, in a preview. */
  effect: evidenceEffect.nullable(),
  /** Of the warning rules, in a preview: how many warnings appear and vanish. */
  warnings: z.object({ appear: z.int(), vanish: z.int() }).nullable(),
});
export type ConfigurationRestored = z.infer<typeof configurationRestored>;

export const configurationRestoreDoor = door({
  id: 'options.change.restore',
  method: 'POST',
  path: '/options/restore',
  access: ['configure'],
  scope: 'open',
  summary:
    'Bring a list, the form or the evidence back to what was shipped as one change, or tell first what that changes',
  body: configurationRestore,
  answer: configurationRestored,
});

/** Samples and templates are named by the digests that the evidence document tells. */
const keyParams = z.strictObject({ key });

export const sampleUploadDoor = door({
  id: 'options.sample.upload',
  method: 'POST',
  path: '/options/evidence-categories/:key/sample',
  access: ['configure'],
  scope: 'open',
  summary: 'Upload the sample picture of an evidence category (multipart: file)',
  params: keyParams,
  body: z.strictObject({}),
  multipart: true,
  largestFile: LARGEST_PHOTO_BYTES,
  answer: z.object({ version: z.int(), evidence: evidenceConfig }),
});

export const sampleFileDoor = door({
  id: 'options.sample.file',
  method: 'GET',
  path: '/options/evidence-categories/:key/sample',
  access: 'signedIn',
  scope: 'open',
  summary: 'The sample picture of an evidence category',
  params: keyParams,
});

export const templateUploadDoor = door({
  id: 'options.template.upload',
  method: 'POST',
  path: '/options/evidence-categories/:key/template',
  access: ['configure'],
  scope: 'open',
  summary:
    'Upload the Word template of an evidence category (multipart: file); unknown placeholders are refused by name',
  params: keyParams,
  body: z.strictObject({}),
  multipart: true,
  largestFile: LARGEST_TEMPLATE_BYTES,
  answer: z.object({ version: z.int(), evidence: evidenceConfig }),
});

export const templateFileDoor = door({
  id: 'options.template.file',
  method: 'GET',
  path: '/options/templates/:key',
  access: ['configure'],
  scope: 'open',
  summary: 'A Word template as it is, to be edited in Word',
  params: keyParams,
});
