import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import { HelpLink } from '../help/help-link';
import { useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { Brand, BrandSign } from './brand';
import { GlobalSearch } from './global-search';
import { usePageTitle } from './page-title';
import { RegionBreadcrumb } from './region-breadcrumb';
import { UserMenu } from './user-menu';

const Bar = styled('header')({
  gridColumn: '1 / -1',
  background: colour.bar,
  color: colour.barInk,
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  padding: '0 16px',
  fontSize: 13,
  minWidth: 0,
  '& :focus-visible': { outlineColor: colour.barInk },
  '& input:focus-visible': { outline: 0 },
  '& .demo': {
    border: `1px dashed ${colour.demoLine}`,
    color: colour.demo,
    borderRadius: 4,
    fontSize: 12,
    lineHeight: '18px',
    padding: '0 6px',
    whiteSpace: 'nowrap',
  },
  '& .phone-title': { display: 'flex', alignItems: 'center', gap: 8, fontSize: 16, fontWeight: 600, minWidth: 0 },
  '& .find': { marginLeft: 'auto', color: colour.barInk, display: 'grid', placeItems: 'center', width: 44, height: 44 },
  '& .help': { display: 'flex', alignItems: 'center', gap: 4, color: colour.barInk },
  [PHONE]: {
    gap: 8,
    padding: '0 12px',
    '& > a:first-of-type': { display: 'none' },
    '& .help': { minWidth: 32, height: 44, justifyContent: 'center' },
  },
});

/** The bar of every page: brand, where I work, search, demonstration badge, who I am. */
export function TopBar() {
  const user = useCurrentUser();
  const title = usePageTitle();
  return (
    <Bar className="no-print">
      <Brand />
      <span className="phone-title phone-only">
        <BrandSign />
        <span className="truncate">{title}</span>
      </span>
      <RegionBreadcrumb />
      <GlobalSearch />
      {user?.demonstration && <span className="demo">{t('演示数据')}</span>}
      <Link to="/query" className="find phone-only" aria-label={t('查找')}>
        <Icon name="search" size={18} />
      </Link>
      <HelpLink />
      <UserMenu />
    </Bar>
  );
}
