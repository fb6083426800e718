import { fieldsOfKind, isFieldAsked, type FormOption, type SafeguardKind } from '@anju/domain';
import type { FormDefinition, FormField, SafeguardInput } from '@anju/domain/contracts';
import { fieldValue } from './field-text';
import { tickInForce } from './ticks';
import type { FieldPath, RecognitionValues } from './values';

/** What a draft is judged and sent by. */
export interface FormRules {
  readonly forms: FormDefinition;
  readonly options: readonly FormOption[];
  readonly today: string;
}

/** The recognition as the form stands: the fields of its kind and nothing else; what is not asked for is null. */
export function safeguardDraft(
  kind: SafeguardKind,
  values: RecognitionValues,
  version: number,
  { forms, options }: FormRules,
): SafeguardInput {
  const typed = { ...values.common, ...values.kinds[kind] };
  const fields = fieldsOfKind(forms, kind);
  const read = Object.fromEntries(fields.map((field) => [field.name, readField(field, fields, typed)]));
  const unasked = fields.filter((field) => !isFieldAsked(field, fields, read, options)).map(({ name }) => [name, null]);
  // The definition lists each kind's own fields by name; the door parses what is sent.
  return { version, kind, ...read, ...Object.fromEntries(unasked) } as SafeguardInput;
}

/** The input of a field: common to all kinds, or the kind's own. */
export function pathOfField(name: string, kind: SafeguardKind, forms: FormDefinition): FieldPath {
  return forms.common.some((field) => field.name === name) ? `common.${name}` : `kinds.${kind}.${name}`;
}

function readField(
  field: FormField,
  fields: readonly FormField[],
  typed: Readonly<Record<string, string | boolean>>,
): unknown {
  const tick = tickInForce(field, fields, typed);
  if (field.type === 'date' && tick) return null;
  return field.type === 'tick' ? tick !== undefined : fieldValue(field, typed[field.name]);
}
