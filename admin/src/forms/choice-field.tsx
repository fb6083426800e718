import { useId } from 'react';
import { t } from '../language/t';
import type { Choice } from './condition-select';
import { controlNotes, FieldFrame, type FieldNotes } from './field-frame';

interface ChoiceFieldProps extends FieldNotes {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** One of a few values with its label above, and its fault below; empty is none. */
export function ChoiceField({ value, choices, onChange, ...notes }: ChoiceFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} {...notes}>
      <select {...controlNotes(id, notes)} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('请选择')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
