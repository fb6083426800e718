import { styled } from '@mui/material/styles';
import { Link, useLocation } from 'react-router-dom';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour, PHONE, size } from '../theme/tokens';
import { isCurrentPage, type PageEntry } from './pages';
import { ReviewCount } from './review-count';
import { UnrecognisedCount } from './unrecognised-count';
import { usePages } from './use-pages';
import { WarningCount } from './warning-count';

const entry = {
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  height: 36,
  padding: '0 10px',
  border: 0,
  borderRadius: size.radius,
  background: 'none',
  color: colour.ink2,
  font: 'inherit',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  '&:hover': { backgroundColor: colour.hover, textDecoration: 'none' },
} as const;

const Nav = styled('nav')({
  borderRight: `1px solid ${colour.line}`,
  background: colour.surface,
  padding: 8,
  overflow: 'hidden auto',
  fontSize: 13,
  display: 'flex',
  flexDirection: 'column',
  gap: 2,
  '& a, & button': entry,
  '& a[aria-current=page]': {
    background: colour.selected,
    color: colour.primary2,
    fontWeight: 600,
    boxShadow: `inset 3px 0 0 ${colour.primary}`,
  },
  '& .count': { marginLeft: 'auto', fontSize: 12, color: colour.ink3, fontWeight: 400 },
  '& a[aria-current=page] .count': { color: colour.primary2 },
  '& button': { ...entry, marginTop: 'auto' },
  '&.folded': { padding: '8px 6px' },
  '&.folded a, &.folded button': {
    flexDirection: 'column',
    justifyContent: 'center',
    gap: 1,
    minHeight: 46,
    padding: 0,
    fontSize: 11,
    lineHeight: '14px',
  },
  '&.folded:lang(en) a, &.folded:lang(en) button': { fontSize: 10 },
  '&.folded .count': { display: 'none' },
  [PHONE]: { display: 'none' },
});

interface SideMenuProps {
  readonly folded: boolean;
  readonly onToggle: () => void;
}

/** The menu at the left; folded it shows short words under its icons. */
export function SideMenu({ folded, onToggle }: SideMenuProps) {
  const pages = usePages();
  return (
    <Nav aria-label={t('菜单')} className={folded ? 'folded no-print' : 'no-print'}>
      {pages.map((page) => (
        <MenuLink key={page.path} page={page} folded={folded} />
      ))}
      <button type="button" onClick={onToggle} aria-label={folded ? t('展开菜单') : t('收起菜单')}>
        <Icon name={folded ? 'unfold' : 'fold'} size={folded ? 17 : 16} />
        <span>{folded ? t('展开') : t('收起菜单')}</span>
      </button>
    </Nav>
  );
}

function MenuLink({ page, folded }: { readonly page: PageEntry; readonly folded: boolean }) {
  const { pathname } = useLocation();
  return (
    <Link
      to={page.path}
      aria-current={isCurrentPage(page, pathname) ? 'page' : undefined}
      aria-label={folded ? page.name : undefined}
    >
      <Icon name={page.icon} size={folded ? 17 : 16} />
      <span>{folded ? page.shortName : page.name}</span>
      {page.counts === 'unrecognised' && <UnrecognisedCount />}
      {page.counts === 'warnings' && <WarningCount />}
      {page.counts === 'reviews' && <ReviewCount />}
    </Link>
  );
}
