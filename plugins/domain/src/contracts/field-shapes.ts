import { z } from 'zod';
import { isCalendarDate } from '../calendar-date';
import { regionLevel } from '../region';

const LARGEST_ID = 2_147_483_647;

/** A row's number. */
export const rowId = z
  .int({ error: '编号必须是整数' })
  .positive({ error: '编号必须是正数' })
  .max(LARGEST_ID, { error: '编号不存在' });

/** A row's number as it stands in a path or in a form part: digits. */
export const rowIdText = z
  .string({ error: '缺少编号' })
  .regex(/^[1-9]\d{0,9}$/, { error: '编号必须是正整数' })
  .transform(Number)
  .pipe(rowId);

/** The household's version that the caller saw; a different one in the database is a conflict. */
export const versionNumber = z
  .int({ error: '缺少版本号 version，请刷新后再保存' })
  .nonnegative({ error: '版本号不正确' });

/** A region's code, from the nation (empty) to a village (12 digits). */
export const regionCode = z
  .string({ error: '行政区划代码必须是文本' })
  .refine((code) => regionLevel(code) !== undefined, { error: '行政区划代码应为 2、4、6、9 或 12 位数字' });

/** A day of the calendar as `YYYY-MM-DD`; a day that does not exist is refused. */
export function calendarDate(label: string) {
  return z
    .string({ error: `请填写${label}` })
    .refine(isCalendarDate, { error: `${label}不是有效日期，请按 2020-06-01 的格式填写` });
}

/** A day that may be missing. */
export function optionalDate(label: string) {
  return z.preprocess(emptyToNull, calendarDate(label).nullish());
}

/** Control characters but for tab and line breaks: no keyboard types them, and PostgreSQL takes no NUL. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function withoutControls(label: string) {
  return [(text: string) => !CONTROL.test(text), { error: `${label}中有无法识别的字符，请重新填写` }] as const;
}

/** Text that must be there. */
export function requiredText(label: string, longest: number) {
  return z
    .string({ error: `请填写${label}` })
    .refine(...withoutControls(label))
    .trim()
    .min(1, { error: `请填写${label}` })
    .max(longest, { error: `${label}不能超过 ${longest} 个字` });
}

/** Text that may be missing; blank text counts as missing. */
export function optionalText(label: string, longest: number) {
  return z.preprocess(
    emptyToNull,
    z
      .string({ error: `${label}必须是文本` })
      .refine(...withoutControls(label))
      .trim()
      .max(longest, { error: `${label}不能超过 ${longest} 个字` })
      .nullish(),
  );
}

/** An option's key; whether the list holds it is judged by the form's rules, since lists are data. */
export function optionalKey(label: string) {
  return z.preprocess(
    emptyToNull,
    z
      .string({ error: `请选择${label}` })
      .refine(...withoutControls(label))
      .max(64, { error: `${label}不在可选范围内` })
      .nullish(),
  );
}

/** Yuan with at most two decimals, never negative. */
export function optionalMoney(label: string) {
  return z.preprocess(
    emptyToNull,
    z
      .number({ error: `${label}必须是数字` })
      .nonnegative({ error: `${label}不能小于 0` })
      .max(999_999_999, { error: `${label}过大` })
      .refine((yuan) => Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6, { error: `${label}最多两位小数` })
      .nullish(),
  );
}

/** A tick or a yes/no answer that may be missing. */
export function optionalTick(label: string) {
  return z.boolean({ error: `${label}只能填是或否` }).nullish();
}

/** A value of a closed set. */
export function oneOf<const Values extends readonly [string, ...string[]]>(label: string, values: Values) {
  return z.enum(values, { error: `${label}不在可选范围内` });
}

/** One value, or several of which any may match; always an array after parsing. */
export function oneOrMany<Shape extends z.ZodType>(shape: Shape) {
  const many = z.array(shape).min(1, { error: '至少选择一项' }).max(100, { error: '最多选择 100 项' });
  return z
    .union([shape, many], { error: firstMessage })
    .transform((value): z.output<Shape>[] => (Array.isArray(value) ? value : [value]));
}

const firstMessage: z.core.$ZodErrorMap<z.core.$ZodIssueInvalidUnion> = (issue) => issue.errors?.[0]?.[0]?.message;

function emptyToNull(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? null : value;
}

/** What a person typed with a Chinese keyboard's full-width digits and signs, half-width; anything but text as it is. */
export function halfWidth(sent: unknown): unknown {
  return typeof sent === 'string' ? sent.normalize('NFKC').replace(/[‐-―−]/g, '-') : sent;
}

/** A phone number under its label, without spaces and half-width as people mean it; empty is none. */
export function phoneNumber(label: string) {
  const plain = (sent: unknown) => {
    const text = halfWidth(sent);
    return typeof text === 'string' ? text.replace(/\s/g, '') || null : text;
  };
  return z.preprocess(
    plain,
    z
      .string({ error: `${label}必须是文本` })
      .regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/, { error: '联系方式应为 11 位手机号或带区号的固定电话' })
      .nullish(),
  );
}
