import { isCalendarDate } from '../calendar-date';
import type { FormField } from '../contracts/forms';
import { type FormOption, type FormValues, optionsOfField } from './form';

/** Judges one filled-in value by its field's type; undefined when it is right. */
export function checkValue(
  field: FormField,
  value: unknown,
  context: { readonly today: string; readonly options: readonly FormOption[]; readonly recorded?: FormValues },
): string | undefined {
  if (
    field.optionList &&
    // What a record says already may stay, also when its option has been retired since.
    context.recorded?.[field.name] !== value &&
    !optionsOfField(field, context.options, context.today).some(({ key }) => key === String(value))
  )
    return `${field.label}不在可选范围内`;
  if (field.type === 'date') return checkDate(field, String(value), context.today);
  if (field.type === 'money') return checkMoney(field, value);
  return undefined;
}

function checkDate(field: FormField, date: string, today: string): string | undefined {
  if (!isCalendarDate(date)) return `${field.label}不是有效日期`;
  return date > today ? `${field.label}不能晚于今天` : undefined;
}

function checkMoney(field: FormField, value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return `${field.label}必须是数字`;
  if (value < 0) return `${field.label}不能小于 0`;
  return isWholeCents(value) ? undefined : `${field.label}最多两位小数`;
}

/** Whether an amount in yuan has at most two decimals, allowing for binary fractions. */
export function isWholeCents(yuan: number): boolean {
  return Math.abs(yuan * 100 - Math.round(yuan * 100)) < 1e-6;
}
