import { useId } from 'react';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { Condition } from './condition';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ConditionSelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** One of a few values, or 全部. */
export function ConditionSelect({ label, value, choices, onChange }: ConditionSelectProps) {
  const id = useId();
  return (
    <Condition className={value ? 'set' : undefined}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('全部')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </Condition>
  );
}
