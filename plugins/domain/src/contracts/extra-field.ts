import { z } from 'zod';

export const EXTRA_FIELD_TYPES = ['text', 'integer', 'number', 'date', 'yesNo', 'choice'] as const;

export const extraValue = z
  .union([z.string().max(5000), z.number(), z.boolean()], { error: '其他字段的值应为文本、数字或是否' })
  .nullable();
export type ExtraValue = z.infer<typeof extraValue>;

/** 其他字段: an attribute that was added to the household's content type, with the household's value. */
export const extraField = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(EXTRA_FIELD_TYPES),
  required: z.boolean(),
  /** Of a choice. */
  choices: z.array(z.string()),
  /** The longest text, in characters. */
  longest: z.int(),
  value: extraValue,
});
export type ExtraField = z.infer<typeof extraField>;
