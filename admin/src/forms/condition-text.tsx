import { useId } from 'react';
import { Icon, type IconName } from '../theme/icon';
import { Condition } from './condition';

interface ConditionTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Shown in place of the label, which then stands only for screen readers. */
  readonly placeholder?: string;
  readonly icon?: IconName;
}

/** A typed condition: a name or a number. */
export function ConditionText({ label, value, onChange, placeholder, icon }: ConditionTextProps) {
  const id = useId();
  return (
    <Condition className={value ? 'set' : undefined}>
      <label htmlFor={id} className={placeholder ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        value={value}
        placeholder={placeholder}
        maxLength={50}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
      {icon && <Icon name={icon} />}
    </Condition>
  );
}
