import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { colour, PHONE, size } from '../theme/tokens';
import { controlNotes, FieldFrame, type FieldNotes } from './field-frame';

/** How several lines of text look. */
export const Area = styled('textarea')({
  display: 'block',
  width: '100%',
  boxSizing: 'border-box',
  minHeight: 96,
  marginTop: 2,
  padding: '6px 9px',
  border: `1px solid ${colour.field}`,
  borderRadius: size.radius,
  background: colour.surface,
  color: colour.ink,
  font: 'inherit',
  fontSize: 13,
  resize: 'vertical',
  '&:focus-visible': {
    outline: 'none',
    borderColor: colour.primary,
    boxShadow: `inset 0 0 0 1px ${colour.primary}, 0 0 0 3px ${colour.ring}`,
  },
  '&[aria-invalid=true]': { borderColor: colour.warning },
  [PHONE]: { fontSize: 15 },
});

interface TextAreaProps extends FieldNotes {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly spellCheck?: boolean;
}

/** Several lines of text with their label above, and their fault or hint below. */
export function TextArea({ label, required, error, hint, onChange, ...area }: TextAreaProps) {
  const id = useId();
  const notes = { required, error, hint };
  return (
    <FieldFrame id={id} label={label} {...notes}>
      <Area {...area} {...controlNotes(id, notes)} onChange={(event) => onChange(event.target.value)} />
    </FieldFrame>
  );
}
