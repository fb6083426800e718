import { styled } from '@mui/material/styles';
import { useId, type HTMLInputAutoCompleteAttribute, type Ref } from 'react';
import { colour, PHONE, size } from '../theme/tokens';

const Box = styled('div')({
  minWidth: 0,
  '& label': { display: 'block', fontSize: 12, lineHeight: '18px', color: colour.ink2 },
  '& input': {
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    height: size.control,
    marginTop: 2,
    padding: '0 9px',
    border: `1px solid ${colour.field}`,
    borderRadius: size.radius,
    background: colour.surface,
    color: colour.ink,
    font: 'inherit',
    fontSize: 13,
  },
  '& input:focus-visible': {
    outline: 'none',
    borderColor: colour.primary,
    boxShadow: `inset 0 0 0 1px ${colour.primary}, 0 0 0 3px ${colour.ring}`,
  },
  '& input[aria-invalid=true]': { borderColor: colour.warning, boxShadow: `inset 0 0 0 1px ${colour.warning}` },
  '& .fault': { fontSize: 12, lineHeight: '18px', color: colour.warning },
  '& .hint': { fontSize: 12, lineHeight: '18px', color: colour.ink3 },
  [PHONE]: { '& label': { fontSize: 13 }, '& input': { height: size.touch, fontSize: 15 } },
});

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'date';
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly readOnly?: boolean;
  /** The input is left. */
  readonly onLeave?: () => void;
}

/** A text input with its label above, and its fault or hint below. */
export function TextField({
  label,
  value,
  onChange,
  onLeave,
  error,
  hint,
  required,
  inputRef,
  ...input
}: TextFieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <Box>
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      <input
        {...input}
        ref={inputRef}
        id={id}
        value={value}
        aria-required={required}
        aria-invalid={error !== undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
      {note && (
        <p id={`${id}-note`} className={error ? 'fault' : 'hint'}>
          {note}
        </p>
      )}
    </Box>
  );
}
