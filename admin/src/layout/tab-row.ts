import { styled } from '@mui/material/styles';
import { colour, PHONE } from '../theme/tokens';

/** A row of tabs at the head of a card; scrolls inside itself on a phone. */
export const TabRow = styled('div')({
  display: 'flex',
  flex: 'none',
  gap: 4,
  borderBottom: `1px solid ${colour.line}`,
  padding: '0 6px',
  fontSize: 13,
  overflow: 'auto hidden',
  scrollbarWidth: 'none',
  '& button': {
    display: 'flex',
    flex: 'none',
    gap: 6,
    alignItems: 'center',
    height: 38,
    padding: '0 10px',
    border: 0,
    borderBottom: '2px solid transparent',
    background: 'none',
    color: colour.ink2,
    font: 'inherit',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    outlineOffset: -2,
    '&:hover': { color: colour.ink },
  },
  '& button[aria-selected=true]': { color: colour.primary2, borderBottomColor: colour.primary, fontWeight: 600 },
  '& .count': { fontSize: 12, color: colour.ink3, fontWeight: 400 },
  [PHONE]: { padding: '0 4px', '& button': { height: 44, padding: '0 9px', fontSize: 14 } },
});
