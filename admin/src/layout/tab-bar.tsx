import { styled } from '@mui/material/styles';
import { Link, useLocation } from 'react-router-dom';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour, DESKTOP, size } from '../theme/tokens';
import { MorePages } from './more-pages';
import { isCurrentPage, type PageEntry } from './pages';
import { usePages } from './use-pages';

/** Wide enough for a thumb on a narrow phone. */
const MOST_TABS = 5;

const Nav = styled('nav')({
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: '1fr',
  background: colour.surface,
  borderTop: `1px solid ${colour.line2}`,
  height: size.tabBar,
  fontSize: 11,
  lineHeight: '14px',
  '& > a, & > button': {
    border: 0,
    padding: 0,
    background: 'none',
    font: 'inherit',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 3,
    color: colour.ink2,
    outlineOffset: -2,
  },
  '& > a[aria-current=page], & > .current': { color: colour.primary, fontWeight: 600 },
  [DESKTOP]: { display: 'none' },
});

/** The main pages in thumb's reach on a phone, the others behind 更多. */
export function TabBar() {
  const { tabs, others } = placed(usePages());
  const { pathname } = useLocation();
  return (
    <Nav aria-label={t('主要页面')} className="no-print">
      {tabs.map((page) => (
        <Link key={page.path} to={page.path} aria-current={isCurrentPage(page, pathname) ? 'page' : undefined}>
          <Icon name={page.icon} size={20} />
          {page.shortName}
        </Link>
      ))}
      {others.length > 0 && <MorePages pages={others} />}
    </Nav>
  );
}

function placed(pages: readonly PageEntry[]) {
  if (pages.length <= MOST_TABS) return { tabs: pages, others: [] };
  const tabs = pages.filter(({ onPhone }) => onPhone === 'tab').slice(0, MOST_TABS - 1);
  return { tabs, others: pages.filter((page) => !tabs.includes(page)) };
}
