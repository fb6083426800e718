import { parseRegisterDate } from '@anju/domain';
import type { ExtraField, ExtraValue, HouseholdRecord } from '@anju/domain/contracts';

/** An extra field's value as its input shows it. */
export function extraText(value: ExtraValue): string {
  return value === null ? '' : String(value);
}

/** The extra fields that differ from the record, and required ones that are empty, so that the server asks for them. */
export function changedExtras(
  values: Readonly<Record<string, string>>,
  { extras }: HouseholdRecord,
): Record<string, ExtraValue> {
  return Object.fromEntries(
    extras.flatMap((field) => {
      const typed = (values[field.name] ?? '').trim();
      const isAskedFor = field.required && typed === '';
      return typed === extraText(field.value) && !isAskedFor ? [] : [[field.name, extraValueOf(field, typed)] as const];
    }),
  );
}

/** What cannot be read is passed on as it is, so that the server refuses it at its field. */
function extraValueOf({ type }: ExtraField, typed: string): ExtraValue {
  if (typed === '') return null;
  if (type === 'yesNo') return typed === 'true';
  if (type === 'date') return parseRegisterDate(typed) ?? typed;
  if (type === 'integer' || type === 'number') return Number.isFinite(Number(typed)) ? Number(typed) : typed;
  return typed;
}
