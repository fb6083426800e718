import { fieldsOfKind, isFilled, type SafeguardKind } from '@anju/domain';
import type { FormDefinition, FormField } from '@anju/domain/contracts';
import type { FieldValue } from './field-text';
import type { FieldPath, RecognitionValues } from './values';

/** What a change of the kind keeps of the former one, and what the next save drops of it. */
export interface SwitchedKind {
  readonly kept: readonly { readonly path: FieldPath; readonly value: FieldValue; readonly label: string }[];
  readonly dropped: readonly FormField[];
}

/** The dates and ticks that both kinds ask for go along where the new kind has none; a note says something else in each kind. */
export function switchedKind(values: RecognitionValues, to: SafeguardKind, forms: FormDefinition): SwitchedKind {
  const { kind: from } = values;
  if (from === '' || from === to) return { kept: [], dropped: [] };
  const [before, after] = [values.kinds[from] ?? {}, values.kinds[to] ?? {}];
  const asked = new Map(fieldsOfKind(forms, to).map((field) => [field.name, field]));
  const isShared = ({ name, type }: FormField) =>
    asked.get(name)?.type === type && (type === 'date' || type === 'tick');
  const filled = fieldsOfKind(forms, from).filter(({ name }) => isFilled(before[name]));
  return {
    kept: filled.flatMap((field) => {
      const value = before[field.name];
      const isFree = !isFilled(after[field.name]);
      return isShared(field) && isFree && value !== undefined
        ? [{ path: `kinds.${to}.${field.name}` as const, value, label: field.label }]
        : [];
    }),
    dropped: filled.filter((field) => !isShared(field)),
  };
}
