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
  /** Belongs to a complete renovation archive: carries the red mark, but may be filled in later. */
  archive: z.boolean().optional(),
  /** A tick that may stand in for the date of this name: 尚未开工 and its like. */
  insteadOf: z.string().optional(),
  /** The note to an option of the field of this name; asked for when the option requires one. */
  noteOf: z.string().optional(),
  optionList: z.string().optional(),
  /** The core options that this kind may choose from; options added to the list later are always offered. */
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
