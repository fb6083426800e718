import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import { t } from '../language/t';
import { colour } from '../theme/tokens';

const BrandLink = styled(Link)({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  fontSize: 15,
  fontWeight: 600,
  whiteSpace: 'nowrap',
  color: colour.barInk,
  '&:hover': { textDecoration: 'none' },
  '& small': {
    fontSize: 13,
    fontWeight: 400,
    color: colour.barInk2,
    padding: '0 0 0 10px',
    marginLeft: 2,
    borderLeft: '1px solid #3F5E8C',
  },
  '@media (max-width: 1100px)': { '& small': { display: 'none' } },
});

/** The product's sign and name; leads to the workbench. */
export function Brand() {
  return (
    <BrandLink to="/">
      <BrandSign />
      {t('安居')}
      <small>{t('贫困户住房安全保障信息')}</small>
    </BrandLink>
  );
}

/** A house with a check mark. */
export function BrandSign({ size = 22 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 22 22" width={size} height={size} aria-hidden="true">
      <rect width="22" height="22" rx="5" fill="#fff" />
      <path
        d="M4.500 11 11 5.200 17.500 11v6.300h-13z"
        fill="none"
        stroke={colour.bar}
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
      <path
        d="M8 12.600l2.300 2.300 4-4.300"
        fill="none"
        stroke="#2F7F79"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
