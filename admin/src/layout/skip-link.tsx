import { styled } from '@mui/material/styles';
import { t } from '../language/t';
import { colour, size } from '../theme/tokens';

const Skip = styled('button')({
  position: 'fixed',
  top: 8,
  left: 8,
  zIndex: 2000,
  padding: '8px 14px',
  border: 0,
  borderRadius: size.radius,
  background: colour.surface,
  color: colour.primary,
  font: 'inherit',
  transform: 'translateY(-80px)',
  '&:focus': { transform: 'none' },
});

/** Takes keyboard users past the bar and the menu. */
export function SkipLink() {
  return (
    <Skip type="button" className="no-print" onClick={() => document.getElementById('main-content')?.focus()}>
      {t('跳到正文')}
    </Skip>
  );
}
