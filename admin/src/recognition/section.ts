import { styled } from '@mui/material/styles';
import { Card } from '../layout/card';
import { colour, PHONE, size } from '../theme/tokens';

/** A card of the form, a little tighter than other cards. */
export const Section = styled(Card)({
  flex: 'none',
  '& > header': { padding: '7px 14px', minHeight: 38, gap: '2px 10px' },
  '& > header h2': { fontSize: 14, lineHeight: '22px' },
  '& > .body': { padding: '10px 14px 12px' },
  [PHONE]: { '& > header': { padding: '7px 12px' }, '& > .body': { padding: '8px 12px 12px' } },
});

/** The fields of a section, as many in a row as fit. */
export const FieldGrid = styled('div')({
  display: 'grid',
  gap: '8px 12px',
  gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
  alignItems: 'start',
  [PHONE]: { gridTemplateColumns: '1fr 1fr' },
});

/** A button that reads as a link. */
export const LinkButton = styled('button')({
  border: 0,
  padding: 0,
  background: 'none',
  color: colour.primary,
  font: 'inherit',
  cursor: 'pointer',
  '&:hover': { textDecoration: 'underline' },
  '&.small': { fontSize: 12, lineHeight: '18px' },
  [PHONE]: { minHeight: size.touch, '&.inline': { minHeight: 0 } },
});
