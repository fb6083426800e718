import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { isCurrentPage, type PageEntry } from './pages';

interface MorePagesProps {
  readonly pages: readonly PageEntry[];
}

/** 更多: the pages that the phone's tab bar has no room for. */
export function MorePages({ pages }: MorePagesProps) {
  const { pathname } = useLocation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const current = pages.find((page) => isCurrentPage(page, pathname));
  return (
    <>
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        className={current ? 'current' : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon name="more" size={20} />
        {t('更多')}
      </button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'right' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      >
        {pages.map((page) => (
          <MenuItem
            key={page.path}
            component={Link}
            to={page.path}
            selected={page === current}
            onClick={() => setAnchor(null)}
            sx={{ gap: 1.5, minHeight: 44 }}
          >
            <Icon name={page.icon} />
            {page.name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
