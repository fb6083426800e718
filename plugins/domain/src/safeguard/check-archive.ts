import type { FormDefinition, FormField } from '../contracts/forms';
import { checkDates } from './check-dates';
import type { FieldMessages, SafeguardContext } from './check-safeguard';
import { checkValue } from './check-value';
import { type FormOption, type FormValues, isFieldAsked, isFilled } from './form';

/** The parts of a subsidy; their sum is the total, 自筹 and 贷款 never count. */
export const SUBSIDY_PARTS = ['subsidyCentral', 'subsidyProvince', 'subsidyCity', 'subsidyCounty'] as const;

const MONEY_LABELS: Readonly<Record<string, string>> = {
  subsidyCentral: '中央补助',
  subsidyProvince: '省级补助',
  subsidyCity: '市级补助',
  subsidyCounty: '县级补助',
  selfRaised: '自筹',
  loan: '贷款',
};

/** The fields of an archive that the recognition form does not show, named as the archive's own form names them. */
export const ARCHIVE_OWN_FIELDS: readonly FormField[] = [
  { name: 'povertyType', label: '贫困类型', type: 'option', required: false, optionList: 'povertyType' },
  { name: 'structure', label: '结构', type: 'option', required: false, optionList: 'houseStructure' },
  ...Object.entries(MONEY_LABELS).map(([name, label]): FormField => ({ name, label, type: 'money', required: false })),
];

/** The fields of a renovation as the recognition form defines them; the archive keeps the note of the mode as `modeNote`. */
export function archiveFormFields(forms: FormDefinition): readonly FormField[] {
  const fields = forms.kinds.find(({ kind }) => kind === 'renovation')?.fields ?? [];
  return fields.map((field) => (field.name === 'kindNote' ? { ...field, name: 'modeNote' } : field));
}

/** Judges an archive by the form's rules: nothing is required but what an option asks for; all problems at once. */
export function checkArchive(archive: FormValues, { today, options, forms }: SafeguardContext): FieldMessages {
  const shared = archiveFormFields(forms);
  const messages: Record<string, string> = {};
  for (const field of [...shared, ...ARCHIVE_OWN_FIELDS]) {
    const message = problemOf(field, shared, archive, { today, options });
    if (message) messages[field.name] = message;
  }
  return { ...checkDates(shared, archive), ...messages };
}

/** The sum of the parts that are given, in whole cents; null when none is. */
export function subsidyOfParts(archive: FormValues): number | null {
  const given = SUBSIDY_PARTS.map((part) => archive[part]).filter((value) => typeof value === 'number');
  if (given.length === 0) return null;
  return given.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;
}

function problemOf(
  field: FormField,
  fields: readonly FormField[],
  archive: FormValues,
  context: { readonly today: string; readonly options: readonly FormOption[] },
): string | undefined {
  const value = archive[field.name];
  const isGiven = field.type === 'yesNo' ? typeof value === 'boolean' : isFilled(value);
  if (isGiven) return checkValue(field, value, context);
  const isNoteDue = field.noteOf !== undefined && isFieldAsked(field, fields, archive, context.options);
  return isNoteDue ? `请填写${field.label}` : undefined;
}
