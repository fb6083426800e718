import { z } from 'zod';
import { SAFEGUARD_KINDS } from '../vocabulary';

export const FIELD_TYPES = ['option', 'date', 'text', 'money', 'year', 'tick', 'yesNo', 'person'] as const;

/** Another field of the same form has one of these values (`true` and `false` as text for ticks). */
export const fieldCondition = z.strictObject({ field: z.string().min(1), in: z.array(z.string().min(1)).min(1) });
export type FieldCondition = z.infer<typeof fieldCondition>;

/** One field of the recognition form. */
export const formField = z.strictObject({
  name: z.string().min(1),
  label: z.string().min(1),
  type: z.enum(FIELD_TYPES),
  /** Must be filled before the form can be saved. */
  required: z.boolean(),
  /** Required only when another field has one of these values. */
  requiredWhen: fieldCondition.optional(),
  /** Not asked for when another field has one of these values. */
  waivedWhen: fieldCondition.optional(),
  /** Belongs to a complete renovation archive: may be filled in later, its gap is shown and asked about once. */
  archive: z.boolean().optional(),
  /** The same for a field that only some archives have. */
  archiveWhen: fieldCondition.optional(),
  /** A tick that stands in for this date: 尚未开工 and its like. */
  insteadOf: z.string().optional(),
  optionList: z.string().optional(),
  /** The part of the option list that this kind may choose from; options that are not of the core list are kept. */
  optionKeys: z.array(z.string()).optional(),
  help: z.string().optional(),
});
export type FormField = z.infer<typeof formField>;

/** What the form of one kind asks for, in the order of the screen. */
export const kindForm = z.strictObject({
  kind: z.enum(SAFEGUARD_KINDS),
  label: z.string().min(1),
  guide: z.string().optional(),
  fields: z.array(formField),
});
export type KindForm = z.infer<typeof kindForm>;

/** The recognition form as data (config/forms/safeguard.json): fields common to all kinds, and those of each kind. */
export const formDefinition = z.strictObject({
  $schema: z.string().optional(),
  common: z.array(formField),
  kinds: z.array(kindForm).length(SAFEGUARD_KINDS.length),
});
export type FormDefinition = z.infer<typeof formDefinition>;
