import { useId } from 'react';
import { DayInput } from './day-input';
import { controlNotes, FieldFrame, type FieldNotes } from './field-frame';

interface DayFieldProps extends FieldNotes {
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day with its label above, and its fault or hint below. */
export function DayField({ label, value, onChange, ...notes }: DayFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} {...notes}>
      <DayInput {...controlNotes(id, notes)} value={value} onChange={onChange} />
    </FieldFrame>
  );
}
