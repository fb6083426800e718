import { styled } from '@mui/material/styles';
import { colour, DESKTOP, PHONE, size } from '../theme/tokens';

/** A white surface with a thin outline; its header carries the heading and its links. */
export const Card = styled('section')({
  minWidth: 0,
  background: colour.surface,
  border: `1px solid ${colour.line}`,
  borderRadius: size.radius,
  '& > header': {
    display: 'flex',
    flex: 'none',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '2px 8px',
    padding: '9px 16px',
    borderBottom: `1px solid ${colour.line}`,
    minHeight: 42,
  },
  '& > header .end': { marginLeft: 'auto' },
  '& > .body': { padding: '12px 16px' },
  '@media print': { breakInside: 'avoid' },
});

/** The card of a page's list: it fills the window, and the list scrolls inside it; on a phone the page scrolls. */
export const ListPanel = styled(Card)({
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minHeight: 0,
  [DESKTOP]: { overflow: 'hidden', minHeight: 320 },
  [PHONE]: { flex: 'none' },
  '@media print': { overflow: 'visible', border: 0 },
});
