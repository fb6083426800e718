import { optionsOfField, parseRegisterDate } from '@anju/domain';
import type { FormField } from '@anju/domain/contracts';
import { ChoiceField } from '../forms/choice-field';
import { TextField } from '../forms/text-field';
import { t } from '../language/t';
import { moneyOf, moneyText, type FieldValue } from '../recognition/model/field-text';
import { useForms } from '../vocabulary/use-forms';
import { useOptions } from '../vocabulary/use-options';

const YES_NO = [
  { value: 'true', label: t('是') },
  { value: 'false', label: t('否') },
] as const;

interface ArchiveFieldProps {
  readonly field: FormField;
  readonly value: FieldValue;
  readonly error: string | undefined;
  /** Stands in the place of what is typed: a sum that the parts make. */
  readonly computed?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One field of an archive, drawn by its type. */
export function ArchiveField({ field, value, error, computed, onChange }: ArchiveFieldProps) {
  const today = useForms()?.today ?? '';
  const options = useOptions(field.optionList ?? '');
  const text = typeof value === 'string' ? value : '';
  const shared = { label: field.label, required: field.required, error };
  if (field.type === 'yesNo') return <ChoiceField {...shared} value={text} choices={YES_NO} onChange={onChange} />;
  if (field.optionList) {
    const offered = optionsOfField(field, options, today).map(({ key, label }) => ({ value: key, label }));
    const retired = options.find(({ key }) => key === text);
    const choices =
      offered.some((choice) => choice.value === text) || !retired
        ? offered
        : [...offered, { value: text, label: retired.label }];
    return <ChoiceField {...shared} value={text} choices={choices} onChange={onChange} />;
  }
  if (computed !== undefined) {
    return (
      <TextField {...shared} value={computed} onChange={() => undefined} hint={t('由各级补助自动相加')} readOnly />
    );
  }
  const hint = hintOf(field, text);
  return (
    <TextField
      {...shared}
      value={text}
      onChange={onChange}
      onLeave={() => onChange(tidied(field, text))}
      {...(hint ? { hint } : {})}
      maxLength={field.name === 'modeNote' ? 500 : 100}
      autoComplete="off"
    />
  );
}

function hintOf(field: FormField, text: string): string | undefined {
  if (field.type === 'date' && text === '') return t('如 20200601');
  const amount = field.type === 'money' && text !== '' ? moneyOf(text) : NaN;
  return amount >= 10_000 ? t('{value} 万元', { value: (amount / 10_000).toFixed(2) }) : undefined;
}

/** A day and an amount as the register writes them, once the input is left. */
function tidied(field: FormField, text: string): string {
  if (field.type === 'date') return parseRegisterDate(text) ?? text;
  const amount = field.type === 'money' && text.trim() !== '' ? moneyOf(text) : NaN;
  return Number.isNaN(amount) ? text : moneyText(amount);
}
