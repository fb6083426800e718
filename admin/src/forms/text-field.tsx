import { useId, type HTMLInputAutoCompleteAttribute, type Ref } from 'react';
import { controlNotes, FieldFrame, type FieldNotes } from './field-frame';

interface TextFieldProps extends FieldNotes {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly readOnly?: boolean;
  /** The input is left. */
  readonly onLeave?: () => void;
}

/** A text input with its label above, and its fault or hint below. */
export function TextField(props: TextFieldProps) {
  const { label, required, error, hint, value, onChange, onLeave, inputRef, ...input } = props;
  const id = useId();
  const notes = { required, error, hint };
  return (
    <FieldFrame id={id} label={label} {...notes}>
      <input
        {...input}
        {...controlNotes(id, notes)}
        ref={inputRef}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
    </FieldFrame>
  );
}
