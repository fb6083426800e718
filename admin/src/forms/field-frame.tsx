import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { colour, PHONE, size } from '../theme/tokens';

/** How an input or a choice of ours looks. */
export const CONTROL = {
  display: 'block',
  width: '100%',
  boxSizing: 'border-box',
  height: size.control,
  marginTop: 2,
  padding: '0 6px',
  border: `1px solid ${colour.field}`,
  borderRadius: size.radius,
  background: colour.surface,
  color: colour.ink,
  font: 'inherit',
  fontSize: 13,
} as const;

/** The same under a thumb. */
export const PHONE_CONTROL = { height: size.touch, fontSize: 15 } as const;

/** A small label above its control. */
export const LABEL = { display: 'block', fontSize: 12, lineHeight: '18px', color: colour.ink2 } as const;

const Box = styled('div')({
  minWidth: 0,
  '& label': LABEL,
  '& input, & select': CONTROL,
  '& input': { padding: '0 9px' },
  '& input:focus-visible, & select:focus-visible': {
    outline: 'none',
    borderColor: colour.primary,
    boxShadow: `inset 0 0 0 1px ${colour.primary}, 0 0 0 3px ${colour.ring}`,
  },
  '& [aria-invalid=true]': { borderColor: colour.warning, boxShadow: `inset 0 0 0 1px ${colour.warning}` },
  '& .fault': { fontSize: 12, lineHeight: '18px', color: colour.warning },
  '& .hint': { fontSize: 12, lineHeight: '18px', color: colour.ink3 },
  [PHONE]: { '& label': { fontSize: 13 }, '& input, & select': PHONE_CONTROL },
});

/** What every field shows around its control, and how the control is described. */
export interface FieldNotes {
  readonly label: string;
  readonly required?: boolean | undefined;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
}

interface FieldFrameProps extends FieldNotes {
  /** Of the control. */
  readonly id: string;
  readonly children: ReactNode;
}

/** A control with its label above, and its fault or hint below. */
export function FieldFrame({ id, label, required, error, hint, children }: FieldFrameProps) {
  const note = error ?? hint;
  return (
    <Box>
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {children}
      {note && (
        <p id={`${id}-note`} className={error ? 'fault' : 'hint'}>
          {note}
        </p>
      )}
    </Box>
  );
}

/** What the control itself says of it. */
export function controlNotes(id: string, { required, error, hint }: Omit<FieldNotes, 'label'>) {
  return {
    id,
    'aria-required': required,
    'aria-invalid': error !== undefined,
    'aria-describedby': (error ?? hint) ? `${id}-note` : undefined,
  };
}
