import { z } from 'zod';

/** Makes zod speak Chinese wherever a shape does not bring its own sentence. */
export function speakChinese(): void {
  z.config({ ...z.locales.zhCN(), customError: unknownKeysMessage });
}

const unknownKeysMessage: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'unrecognized_keys' ? `不认识的字段：${issue.keys.join('、')}` : undefined;
