import { parseRegisterDate } from '@anju/domain';
import type { FormField } from '@anju/domain/contracts';

/** What an input holds: text, or whether it is ticked. */
export type FieldValue = string | boolean;

const yuan = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A field's value as its input shows it. */
export function fieldText(field: Pick<FormField, 'type'>, value: unknown): FieldValue {
  if (field.type === 'tick') return value === true;
  if (field.type === 'money' && typeof value === 'number') return yuan.format(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The value that an input's text stands for; text that cannot be read is passed on, so that the rules refuse it. */
export function fieldValue(field: Pick<FormField, 'type'>, text: FieldValue | undefined): unknown {
  if (field.type === 'tick') return text === true;
  const written = typeof text === 'string' ? text.trim() : '';
  if (written === '') return null;
  switch (field.type) {
    case 'date':
      return parseRegisterDate(written) ?? written;
    case 'money':
      return moneyOf(written);
    case 'year':
      return Number(written);
    case 'yesNo':
      return written === 'true';
    case 'option':
    case 'text':
    case 'person':
      return written;
  }
}

/** Yuan as people write them: 13500, 13,500.00, ￥13500元; NaN when it is no number. */
export function moneyOf(written: string): number {
  const digits = written
    .normalize('NFKC')
    .replace(/[\s,¥]/g, '')
    .replace(/元$/, '');
  return /^-?\d+(\.\d*)?$/.test(digits) ? Number(digits) : NaN;
}

/** An amount with thousands separators and two decimals. */
export function moneyText(amount: number): string {
  return yuan.format(amount);
}
