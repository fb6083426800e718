import { z } from 'zod';
import { SAFEGUARD_KINDS } from '../vocabulary';
import { fieldCondition } from './forms';

/** A category of evidence; `photo` takes pictures only, `document` also scanned papers. */
export const evidenceCategory = z.strictObject({
  key: z.string().min(1),
  label: z.string().min(1),
  accepts: z.enum(['photo', 'document']),
  hint: z.string().min(1),
  /** Key of the certificate that may be downloaded and filled in. */
  template: z.string().optional(),
  /** Digest of the sample picture that a configurator uploaded. */
  sample: z.string().optional(),
});
export type EvidenceCategory = z.infer<typeof evidenceCategory>;

/** A Word template of a certificate: shipped under its key, or uploaded by a configurator. */
const evidenceTemplate = z.strictObject({
  key: z.string().min(1),
  name: z.string().min(1),
  /** Digest of the uploaded document. */
  file: z.string().optional(),
});

/** A mandatory group: one of its categories satisfies it. */
export const evidenceGroup = z.strictObject({
  key: z.string().min(1),
  label: z.string().min(1),
  categories: z.array(z.string()).min(1),
  waivedWhen: fieldCondition.optional(),
});
export type EvidenceGroup = z.infer<typeof evidenceGroup>;

/** What the evidence of every kind consists of (config/evidence.json). */
export const evidenceConfig = z.strictObject({
  $schema: z.string().optional(),
  categories: z.array(evidenceCategory).min(1),
  templates: z.array(evidenceTemplate),
  requirements: z.array(
    z.strictObject({
      kind: z.enum(SAFEGUARD_KINDS),
      groups: z.array(evidenceGroup),
      optional: z.array(z.string()),
    }),
  ),
});
export type EvidenceConfig = z.infer<typeof evidenceConfig>;
