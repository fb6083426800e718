import { z } from 'zod';
import { REVIEW_STATES, SAFEGUARD_KINDS, SAMPLE_VERDICTS } from '../vocabulary';
import { oneOf, oneOrMany, optionalText, regionCode, rowIdText } from './field-shapes';

/** Households that one sample may hold, so that a person can look at each. */
export const LARGEST_SAMPLE = 1_000;
/** Households from which a sample is drawn at most. */
export const LARGEST_POPULATION = 200_000;

/** From which households a sample is drawn; without a state from what waits for the signed-in reviewer. */
export const sampleFilter = z.strictObject({
  regionCode: regionCode.optional(),
  reviewState: oneOrMany(oneOf('审核状态', REVIEW_STATES)).optional(),
  kind: oneOrMany(oneOf('保障措施', SAFEGUARD_KINDS)).optional(),
});
export type SampleFilter = z.output<typeof sampleFilter>;

/** What is drawn: the same seed over the same households draws the same ones. */
export const sampleRequest = z.strictObject({
  filter: sampleFilter,
  percent: z
    .number({ error: '请填写抽查比例' })
    .min(0.01, { error: '抽查比例不能小于 0.01%' })
    .max(100, { error: '抽查比例不能超过 100%' })
    .refine((percent) => Math.abs(percent * 100 - Math.round(percent * 100)) < 1e-6, { error: '抽查比例最多两位小数' }),
  seed: z
    .string({ error: '随机种子必须是文本' })
    .regex(/^[0-9A-Za-z-]{1,32}$/, { error: '随机种子用 1 至 32 位字母、数字或 -' })
    .optional(),
});
export type SampleRequest = z.output<typeof sampleRequest>;

const text = z.string().nullable();

/** A sample as the list of samples shows it. */
export const sampleRow = z.object({
  id: z.int(),
  regionCode: z.string(),
  regionName: z.string(),
  level: z.enum(['township', 'county']),
  states: z.array(z.enum(REVIEW_STATES)),
  kinds: z.array(z.enum(SAFEGUARD_KINDS)).nullable(),
  percent: z.number(),
  seed: z.string(),
  population: z.int(),
  sampled: z.int(),
  passed: z.int(),
  faulty: z.int(),
  drawnByName: text,
  drawnAt: z.string(),
  /** The caller drew it: only they judge and sign it. */
  isOwn: z.boolean(),
  signedAt: text,
});
export type SampleRow = z.infer<typeof sampleRow>;

/** A household of a sample, as it stood when it was drawn, and what was found. */
export const sampleItem = z.object({
  householdId: z.int(),
  headName: z.string(),
  regionName: z.string(),
  kind: z.enum(SAFEGUARD_KINDS),
  entryPerson: z.string(),
  /** It was changed since it was drawn. */
  changed: z.boolean(),
  verdict: z.enum(SAMPLE_VERDICTS).nullable(),
  note: text,
});
export type SampleItem = z.infer<typeof sampleItem>;

/** A sample with its households: the report, once it is signed. */
export const reviewSample = sampleRow.extend({
  conclusion: text,
  /** SHA-256 of the numbers of all households that it was drawn from. */
  populationHash: z.string(),
  /** Drawn anew from the kept households by the kept seed, it comes out the same. */
  reproducible: z.boolean(),
  /** SHA-256 of the signed report; null before. */
  reportHash: text,
  /** The report stands as it was signed; null before. */
  reportIntact: z.boolean().nullable(),
  items: z.array(sampleItem),
});
export type ReviewSample = z.infer<typeof reviewSample>;

export const sampleParams = z.strictObject({ id: rowIdText });
export const sampleItemParams = z.strictObject({ id: rowIdText, householdId: rowIdText });

/** What was found of one household; a fault says which. */
export const sampleVerdict = z
  .strictObject({ verdict: oneOf('抽查结果', SAMPLE_VERDICTS), note: optionalText('问题说明', 300) })
  .refine(({ verdict, note }) => verdict === 'passed' || note, { error: '请填写问题说明', path: ['note'] });
export type SampleFinding = z.output<typeof sampleVerdict>;

export const sampleSignature = z.strictObject({ conclusion: optionalText('抽查结论', 500) });
export type SampleSignature = z.output<typeof sampleSignature>;
