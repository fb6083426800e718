import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { t } from '../language/t';
import { colour, size } from '../theme/tokens';
import { BrandSign } from './brand';
import { UserMenu } from './user-menu';

const PASSWORD_PATH = '/password';

const Frame = styled('div')({
  minHeight: '100dvh',
  '& header': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    height: size.bar,
    padding: '0 16px',
    background: colour.bar,
    color: colour.barInk,
    fontSize: 15,
    fontWeight: 600,
  },
  '& header > button': { marginLeft: 'auto', fontSize: 13, fontWeight: 400 },
  '& header :focus-visible': { outlineColor: colour.barInk },
});

/** While the first password has to be changed there is no page but that one, and the way out. */
export function FirstPasswordFrame({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  if (pathname !== PASSWORD_PATH) return <Navigate to={PASSWORD_PATH} replace />;
  return (
    <Frame>
      <header>
        <BrandSign />
        {t('安居')}
        <UserMenu />
      </header>
      <main id="main-content">{children}</main>
    </Frame>
  );
}
