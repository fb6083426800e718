import { useId } from 'react';
import { Condition } from './condition';
import { DayInput } from './day-input';

interface ConditionDayProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day as a condition. */
export function ConditionDay({ label, value, onChange }: ConditionDayProps) {
  const id = useId();
  return (
    <Condition className={value ? 'set' : undefined}>
      <label htmlFor={id}>{label}</label>
      <DayInput id={id} value={value} onChange={onChange} />
    </Condition>
  );
}
