import { styled } from '@mui/material/styles';
import { Card } from '../layout/card';
import { colour, DESKTOP, PHONE, size } from '../theme/tokens';

/** The regions at the left, what was changed at the right; one above the other on a phone. */
export const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 380px',
  gap: 12,
  flex: 1,
  minHeight: 0,
  '& > *': { minHeight: 0 },
  '@media (max-width:1099.95px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  [PHONE]: { display: 'flex', flexDirection: 'column', flex: 'none', gap: 10 },
});

/** A card whose list scrolls inside itself on a desktop. */
export const Pane = styled(Card)({
  display: 'flex',
  flexDirection: 'column',
  [DESKTOP]: { overflow: 'hidden' },
  '& > .scroll': { flex: 1, minHeight: 0, [DESKTOP]: { overflow: 'auto' } },
  '& li': {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '0 10px',
    minHeight: 38,
    padding: '4px 16px',
    fontSize: 13,
    borderBottom: `1px solid ${colour.line}`,
  },
  '& .none': { padding: '12px 16px' },
  '& li .code': { color: colour.ink3, fontSize: 12 },
  '& li .acts': { marginLeft: 'auto', display: 'flex', gap: 2 },
  '& nav': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4, fontSize: 14 },
  '& .link': {
    font: 'inherit',
    color: colour.primary,
    background: 'none',
    border: 0,
    padding: 0,
    cursor: 'pointer',
    textAlign: 'left',
    '&:hover': { textDecoration: 'underline' },
  },
  '& .plain': { color: colour.ink },
  [PHONE]: { '& li': { minHeight: size.touch }, '& li .acts button': { minHeight: 44 } },
});
