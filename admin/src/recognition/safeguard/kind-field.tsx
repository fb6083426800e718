import { optionsOfField } from '@anju/domain';
import type { FormField, KindForm } from '@anju/domain/contracts';
import type { ReactNode } from 'react';
import { t } from '../../language/t';
import { DateInput } from '../fields/date-input';
import { MoneyInput } from '../fields/money-input';
import { SelectInput } from '../fields/select-input';
import { TextInput, type InputProps } from '../fields/text-input';
import { TickInput } from '../fields/tick-input';
import type { FieldValue } from '../model/field-text';
import { tickInForce, tickOf } from '../model/ticks';
import { useRecognition } from '../recognition-context';
import { ArchiveValue } from './archive-value';

const YES_NO = [
  { key: 'true', label: t('是') },
  { key: 'false', label: t('否') },
] as const;

interface KindFieldProps {
  readonly field: FormField;
  readonly form: KindForm;
  readonly typed: Readonly<Record<string, FieldValue>>;
  /** What the archive or the relocation list proposes for the fields of this kind. */
  readonly proposal: Proposal | null;
}

export interface Proposal {
  readonly source: 'archive' | 'list';
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** One field of a kind, drawn by its type. */
export function KindField({ field, form, typed, proposal }: KindFieldProps) {
  const { rules } = useRecognition();
  const path = `kinds.${form.kind}.${field.name}` as const;
  const proposed = proposal?.values[field.name];
  const tick = tickOf(field, form.fields);
  const isChanged = typeof proposed === 'string' && proposed !== '' && proposed !== typed[field.name];
  const props: InputProps = {
    path,
    label: field.label,
    required: field.required || field.archive === true || field.noteOf !== undefined,
    fromArchive: typeof proposed === 'string' && proposed !== '' && !isChanged,
    note: noteOf(
      field,
      proposal && isChanged && (
        <ArchiveValue
          path={path}
          field={field}
          value={proposed}
          source={proposal.source}
          tickPath={tick && `kinds.${form.kind}.${tick.name}`}
        />
      ),
    ),
  };
  if (field.type === 'date') return <DateOrTick {...props} field={field} form={form} typed={typed} />;
  if (field.type === 'money') return <MoneyInput {...props} help={field.help} />;
  if (field.type === 'yesNo') return <SelectInput {...props} choices={YES_NO} />;
  if (field.optionList) {
    const labelOf = (key: string) =>
      rules.options.find((option) => option.listKey === field.optionList && option.key === key)?.label;
    const choices = optionsOfField(field, rules.options, rules.today);
    return <SelectInput {...props} choices={choices} retiredLabel={labelOf} />;
  }
  return <TextInput {...props} wide={field.noteOf !== undefined} />;
}

/** Money keeps its definition behind the label, since its note echoes the amount. */
function noteOf(field: FormField, archiveValue: ReactNode): ReactNode {
  if (archiveValue) return archiveValue;
  if (field.archive && field.type === 'text') return t('可稍后补录');
  return field.type === 'money' ? undefined : field.help;
}

function DateOrTick({ field, form, typed, ...props }: Omit<KindFieldProps, 'proposal'> & InputProps) {
  const tick = tickOf(field, form.fields);
  const inForce = tickInForce(field, form.fields, typed);
  const isImplied = inForce !== undefined && inForce.name !== tick?.name;
  return (
    <DateInput {...props} tickedAway={inForce && tick?.label}>
      {tick && <TickInput path={`kinds.${form.kind}.${tick.name}`} label={tick.label} implied={isImplied} />}
    </DateInput>
  );
}
