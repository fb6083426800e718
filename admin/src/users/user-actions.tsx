import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import type { UserRow } from '@anju/domain/contracts';
import { useState } from 'react';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { HandOverDialog } from './hand-over-dialog';
import { StepDialog, type StepQuestion } from './step-dialog';
import type { UserHandlers } from './user-handlers';

const Buttons = styled('div')({ display: 'flex', gap: 6 });

/** What may be done with an account; what takes something away asks first. */
export function UserActions({ user, onEdit, onPassword }: UserHandlers & { readonly user: UserRow }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const isHousingLine = hasDuty(useCurrentUser(), 'manageUsers');
  const [handsOver, setHandsOver] = useState(false);
  const [asked, setAsked] = useState<StepQuestion>();
  const choose = (step: StepQuestion) => {
    setAnchor(null);
    setAsked(step);
  };
  return (
    <Buttons className="no-print">
      {user.requestedRegionCode && (
        <Button
          size="small"
          color="primary"
          aria-label={t('确认乡镇：{name}', { name: user.name })}
          onClick={() => setAsked('confirm-township')}
        >
          {t('确认乡镇')}
        </Button>
      )}
      <Button size="small" aria-label={t('修改：{name}', { name: user.name })} onClick={() => onEdit(user)}>
        {t('修改')}
      </Button>
      <Button
        size="small"
        aria-label={t('更多操作：{name}', { name: user.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon name="more" />
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {user.status === 'locked' && <MenuItem onClick={() => choose('unlock')}>{t('解锁')}</MenuItem>}
        <MenuItem onClick={() => choose('reset')}>{t('重置密码')}</MenuItem>
        {isHousingLine && (
          <MenuItem
            onClick={() => {
              setAnchor(null);
              setHandsOver(true);
            }}
          >
            {t('移交工作')}
          </MenuItem>
        )}
        <MenuItem onClick={() => choose('sign-out')}>{t('强制退出登录')}</MenuItem>
        {user.status === 'disabled' ? (
          <MenuItem onClick={() => choose('enable')}>{t('启用')}</MenuItem>
        ) : (
          <MenuItem onClick={() => choose('disable')}>{t('停用')}</MenuItem>
        )}
      </Menu>
      {handsOver && <HandOverDialog user={user} onClose={() => setHandsOver(false)} />}
      {asked && <StepDialog user={user} step={asked} onPassword={onPassword} onClose={() => setAsked(undefined)} />}
    </Buttons>
  );
}
