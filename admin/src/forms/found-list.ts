import { styled } from '@mui/material/styles';
import { colour, size } from '../theme/tokens';

/** What a search found, one to be chosen. */
export const FoundList = styled('div')({
  display: 'grid',
  gap: 4,
  '& label': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minHeight: 34,
    padding: '4px 8px',
    border: `1px solid ${colour.line}`,
    borderRadius: size.radius,
    cursor: 'pointer',
  },
});
