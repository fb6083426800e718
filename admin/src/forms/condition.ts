import { styled } from '@mui/material/styles';
import { colour, PHONE, size } from '../theme/tokens';

/** A condition of a query: its label stands inside the field, before its value. */
export const Condition = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  height: size.control,
  minWidth: 0,
  padding: '0 9px',
  border: `1px solid ${colour.line2}`,
  borderRadius: size.radius,
  background: colour.surface,
  fontSize: 13,
  position: 'relative',
  '&:focus-within': { outline: `2px solid ${colour.primary}`, outlineOffset: 1 },
  '&.set': { borderColor: colour.primary, background: '#FBFDFF' },
  '& > label': { color: colour.ink3, whiteSpace: 'nowrap' },
  '& > svg': { color: colour.ink3, pointerEvents: 'none' },
  '& input, & select': {
    flex: 1,
    minWidth: 0,
    width: '100%',
    height: '100%',
    border: 0,
    outline: 0,
    padding: 0,
    background: 'none',
    color: colour.ink,
    font: 'inherit',
    appearance: 'none',
    textOverflow: 'ellipsis',
    '&:focus-visible': { outline: 0 },
    '&::placeholder': { color: colour.ink3, opacity: 1 },
  },
  '&:has([aria-invalid=true])': { borderColor: colour.warning },
  [PHONE]: { height: size.touch, fontSize: 15 },
});
