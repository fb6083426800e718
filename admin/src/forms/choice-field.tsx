import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { colour, PHONE, size } from '../theme/tokens';
import type { Choice } from './condition-select';

const Box = styled('div')({
  minWidth: 0,
  '& label': { display: 'block', fontSize: 12, lineHeight: '18px', color: colour.ink2 },
  '& select': {
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
  },
  '& select:focus-visible': { outline: 'none', borderColor: colour.primary, boxShadow: `0 0 0 3px ${colour.ring}` },
  '& select[aria-invalid=true]': { borderColor: colour.warning, boxShadow: `inset 0 0 0 1px ${colour.warning}` },
  '& .fault': { fontSize: 12, lineHeight: '18px', color: colour.warning },
  [PHONE]: { '& label': { fontSize: 13 }, '& select': { height: size.touch, fontSize: 15 } },
});

interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly error?: string | undefined;
}

/** One of a few values with its label above, and its fault below; empty is none. */
export function ChoiceField({ label, value, choices, onChange, required, error }: ChoiceFieldProps) {
  const id = useId();
  return (
    <Box>
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      <select
        id={id}
        value={value}
        aria-required={required}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">请选择</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-note`} className="fault">
          {error}
        </p>
      )}
    </Box>
  );
}
