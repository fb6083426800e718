import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import { useLogout } from 'ra-core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCurrentUser } from '../auth/current-user';
import { unsavedInput } from '../auth/unsaved-input';
import { LanguageItem } from '../language/language-switch';
import { t } from '../language/t';
import { LeaveDialog } from '../recognition/save/leave-dialog';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { ROLE_LABELS } from '../vocabulary/roles';

const Who = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  whiteSpace: 'nowrap',
  border: 0,
  padding: '4px 0',
  background: 'none',
  color: colour.barInk,
  font: 'inherit',
  cursor: 'pointer',
  '& i': {
    width: 26,
    height: 26,
    borderRadius: '50%',
    background: '#3B5F97',
    display: 'grid',
    placeItems: 'center',
    fontStyle: 'normal',
    fontSize: 12,
  },
  '& .role': { color: colour.barInk2 },
  [PHONE]: { minWidth: 44, minHeight: 44, justifyContent: 'center' },
});

/** The signed-in person, with the way out. */
export function UserMenu() {
  const user = useCurrentUser();
  const logout = useLogout();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [unsaved, setUnsaved] = useState<string>();
  const close = () => setAnchor(null);
  if (!user) return null;
  const role = ROLE_LABELS[user.role] ?? user.role;
  return (
    <>
      <Who
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className="visually-hidden">{t('用户菜单：')}</span>
        <span className="visually-hidden phone-only">{user.name}</span>
        <i aria-hidden="true">{user.name.slice(0, 1)}</i>
        <span className="desktop-only">
          {user.name} <span className="role">{role}</span>
        </span>
      </Who>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem disabled sx={{ '&.Mui-disabled': { opacity: 1 } }}>
          {user.name}　{user.username}
        </MenuItem>
        <Divider />
        <MenuItem
          onClick={() => {
            close();
            navigate('/password');
          }}
          sx={{ gap: 1 }}
        >
          <Icon name="key" />
          {t('修改密码')}
        </MenuItem>
        <LanguageItem />
        <MenuItem
          onClick={() => {
            close();
            const words = unsavedInput();
            if (words === undefined) void logout();
            else setUnsaved(words);
          }}
          sx={{ gap: 1 }}
        >
          <Icon name="exit" />
          {t('退出登录')}
        </MenuItem>
      </Menu>
      {unsaved !== undefined && (
        <LeaveDialog words={unsaved} onLeave={() => void logout()} onStay={() => setUnsaved(undefined)} />
      )}
    </>
  );
}
