import { z } from 'zod';

/** Every refusal: a sentence that names the way out, a stable code, and a sentence for each field. */
export const errorAnswer = z.object({
  message: z.string(),
  code: z.string(),
  errors: z.record(z.string(), z.string()),
});
export type ErrorAnswer = z.infer<typeof errorAnswer>;
