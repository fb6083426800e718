import { styled } from '@mui/material/styles';
import { Link, useLocation } from 'react-router-dom';
import { Icon } from '../theme/icon';
import { colour, DESKTOP, size } from '../theme/tokens';
import { isCurrentPage } from './pages';
import { usePages } from './use-pages';

const Nav = styled('nav')({
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: '1fr',
  background: colour.surface,
  borderTop: `1px solid ${colour.line2}`,
  height: size.tabBar,
  fontSize: 11,
  lineHeight: '14px',
  '& a': {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 3,
    color: colour.ink2,
    outlineOffset: -2,
  },
  '& a[aria-current=page]': { color: colour.primary, fontWeight: 600 },
  [DESKTOP]: { display: 'none' },
});

/** The main pages in thumb's reach on a phone. */
export function TabBar() {
  const pages = usePages();
  const { pathname } = useLocation();
  return (
    <Nav aria-label="主要页面" className="no-print">
      {pages.map((page) => (
        <Link key={page.path} to={page.path} aria-current={isCurrentPage(page, pathname) ? 'page' : undefined}>
          <Icon name={page.icon} size={20} />
          {page.shortName}
        </Link>
      ))}
    </Nav>
  );
}
