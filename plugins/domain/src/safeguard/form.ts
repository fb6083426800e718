import type { FieldCondition, FormDefinition, FormField } from '../contracts/forms';
import type { SafeguardKind } from '../vocabulary';

/** Values of a form by field name, before or after parsing. */
export type FormValues = Readonly<Record<string, unknown>>;

/** One option as the rules need it. */
export interface FormOption {
  readonly listKey: string;
  readonly key: string;
  readonly label: string;
  readonly enabled: boolean;
  readonly requiresNote: boolean;
  readonly core: boolean;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/** An option with the region in which it holds; null everywhere. */
export interface PlacedOption extends FormOption {
  readonly regionCode: string | null;
}

/** The options that hold in a region: those of the whole node and those of the regions above it. */
export function optionsHolding(options: readonly PlacedOption[], regionCode: string): readonly FormOption[] {
  return options.filter((option) => option.regionCode === null || regionCode.startsWith(option.regionCode));
}

/** Whether a value counts as filled in: anything but null, blank text and an empty tick. */
export function isFilled(value: unknown): boolean {
  return value !== false && plainText(value).trim() !== '';
}

/** Whether the other field has one of the values that the condition names. */
export function meetsCondition(condition: FieldCondition | undefined, values: FormValues): boolean {
  if (!condition) return false;
  return condition.in.includes(plainText(values[condition.field]));
}

/** The fields of a kind's form: its own, then those common to all kinds. */
export function fieldsOfKind(forms: FormDefinition, kind: SafeguardKind): readonly FormField[] {
  const form = forms.kinds.find((entry) => entry.kind === kind);
  return [...(form?.fields ?? []), ...forms.common];
}

/** Names of the fields that a kind sends besides its version: what the admin prunes a form's values to. */
export function fieldNamesOfKind(forms: FormDefinition, kind: SafeguardKind): readonly string[] {
  return fieldsOfKind(forms, kind).map((field) => field.name);
}

/** The options that a field offers on a day: enabled, in force, and of this kind's part of the list. */
export function optionsOfField<Option extends FormOption>(
  field: FormField,
  options: readonly Option[],
  today: string,
): readonly Option[] {
  return options.filter(
    (option) =>
      option.listKey === field.optionList &&
      option.enabled &&
      (!option.validFrom || option.validFrom <= today) &&
      (!option.validTo || option.validTo >= today) &&
      (field.optionKeys === undefined || !option.core || field.optionKeys.includes(option.key)),
  );
}

/** The option that a field's value names, whether or not it may still be chosen. */
export function chosenOption(
  field: FormField | undefined,
  values: FormValues,
  options: readonly FormOption[],
): FormOption | undefined {
  const key = field && plainText(values[field.name]);
  return options.find((option) => option.listKey === field?.optionList && option.key === key);
}

/** Whether the form asks for the field, given what stands in the others. */
export function isFieldAsked(
  field: FormField,
  fields: readonly FormField[],
  values: FormValues,
  options: readonly FormOption[],
): boolean {
  if (meetsCondition(field.waivedWhen, values)) return false;
  if (field.noteOf === undefined) return true;
  const noted = fields.find((other) => other.name === field.noteOf);
  return chosenOption(noted, values, options)?.requiresNote === true;
}

/** The text of a plain value; what is no plain value is no answer. */
function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
