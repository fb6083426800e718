import type { FormDefinition } from '../contracts/forms';
import type { SafeguardInput } from '../contracts/safeguard';
import { type FormOption, fieldsOfKind, isFieldAsked } from './form';

/** Columns of a safeguard that belong to some kinds only; the archive fields of a renovation are kept in its archive. */
export const KIND_COLUMNS = [
  'appraisalResult',
  'appraiser',
  'appraisalDate',
  'relocationType',
  'startDate',
  'completionDate',
  'moveInDate',
  'notStarted',
  'notCompleted',
  'notMovedIn',
  'confirmedBy',
  'publicHousingType',
  'otherMeansType',
] as const;

type ColumnValue = string | number | boolean | null;

/** The input without values of fields that the form does not ask for, such as the note of an option that takes none. */
export function withoutUnasked<Input extends SafeguardInput>(
  input: Input,
  form: FormDefinition,
  options: readonly FormOption[],
): Input {
  const fields = fieldsOfKind(form, input.kind);
  const asked = fields.filter((field) => isFieldAsked(field, fields, input, options));
  const unasked = ['kindNote', ...fields.map(({ name }) => name)].filter(
    (name) => !asked.some((field) => field.name === name),
  );
  return { ...input, ...Object.fromEntries(unasked.map((name) => [name, null] as const)) };
}

/** The kind's own columns of a safeguard row; those of the other kinds are emptied. */
export function kindColumns(input: SafeguardInput): Record<string, ColumnValue> {
  const values: Readonly<Record<string, ColumnValue | undefined>> = input.kind === 'renovation' ? {} : input;
  return Object.fromEntries(KIND_COLUMNS.map((column) => [column, values[column] ?? null]));
}
