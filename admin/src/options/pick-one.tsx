import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { colour, PHONE, size } from '../theme/tokens';

const Box = styled('div')({
  minWidth: 0,
  '& label': { display: 'block', fontSize: 12, lineHeight: '18px', color: colour.ink2 },
  '& select': {
    width: '100%',
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
  [PHONE]: { '& select': { height: size.touch, fontSize: 15 } },
});

interface PickOneProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of a few values; nothing is chosen at first. */
export function PickOne({ label, value, choices, onChange }: PickOneProps) {
  const id = useId();
  return (
    <Box>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">请选择</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Box>
  );
}
