import { styled } from '@mui/material/styles';
import { colour, size } from '../theme/tokens';

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
