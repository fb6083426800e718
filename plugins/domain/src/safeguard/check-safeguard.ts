import type { FormDefinition, FormField } from '../contracts/forms';
import type { HouseholdRecord } from '../contracts/household-record';
import type { SafeguardInput } from '../contracts/safeguard';
import type { SafeguardKind } from '../vocabulary';
import { checkDates } from './check-dates';
import { checkValue } from './check-value';
import { type FormOption, type FormValues, fieldsOfKind, isFieldAsked, isFilled, meetsCondition } from './form';

/** What the rules are judged by: the day (`YYYY-MM-DD`), the options of all lists, and the form as configured. */
export interface SafeguardContext {
  readonly today: string;
  readonly options: readonly FormOption[];
  readonly forms: FormDefinition;
  /** What the record says already. */
  readonly recorded?: FormValues;
}

/** The values of a kind that a household's record holds already, in its safeguard or in its archive. */
export function recordedValues(
  { safeguard, renovation }: Pick<HouseholdRecord, 'safeguard' | 'renovation'>,
  kind: SafeguardKind,
): FormValues {
  if (kind === 'renovation') return { ...renovation };
  return safeguard?.kind === kind ? { ...safeguard } : {};
}

/** Chinese messages by field name; empty when the input may be saved. */
export type FieldMessages = Readonly<Record<string, string>>;

/** Judges a recognition by the form's rules; the first problem of every field is reported, all fields at once. */
export function checkSafeguard(input: SafeguardInput, context: SafeguardContext): FieldMessages {
  const values: FormValues = input;
  const fields = fieldsOfKind(context.forms, input.kind);
  const messages: Record<string, string> = {};
  for (const field of fields) {
    const message = checkField(field, fields, values, context);
    if (message) messages[field.name] = message;
  }
  return { ...checkDates(fields, values), ...messages };
}

function checkField(
  field: FormField,
  fields: readonly FormField[],
  values: FormValues,
  context: SafeguardContext,
): string | undefined {
  const value = values[field.name];
  const asked = isFieldAsked(field, fields, values, context.options);
  if (isAnswered(field, value)) return asked ? checkValue(field, value, context) : undefined;
  if (!asked || !isRequired(field, values) || hasStandIn(field, fields, values)) return undefined;
  return field.optionList || field.type === 'yesNo' ? `请选择${field.label}` : `请填写${field.label}`;
}

/** A no is an answer to a question, while an empty tick is none. */
function isAnswered(field: FormField, value: unknown): boolean {
  return field.type === 'yesNo' ? typeof value === 'boolean' : isFilled(value);
}

function isRequired(field: FormField, values: FormValues): boolean {
  return field.required || field.noteOf !== undefined || meetsCondition(field.requiredWhen, values);
}

/** A tick for the date itself or for an earlier step: what has not been started has not been completed either. */
function hasStandIn(date: FormField, fields: readonly FormField[], values: FormValues): boolean {
  const ticks = fields.filter((field) => field.insteadOf !== undefined);
  const own = ticks.findIndex((tick) => tick.insteadOf === date.name);
  return ticks.slice(0, own + 1).some((tick) => values[tick.name] === true);
}
