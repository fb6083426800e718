import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import type { UserRow } from '@anju/domain/contracts';
import { useState } from 'react';
import { Icon } from '../theme/icon';
import { HandOverDialog } from './hand-over-dialog';
import { StepDialog, type StepQuestion } from './step-dialog';
import type { UserHandlers } from './user-handlers';

const Buttons = styled('div')({ display: 'flex', gap: 6 });

/** What may be done with an account; what takes something away asks first. */
export function UserActions({ user, onEdit, onPassword }: UserHandlers & { readonly user: UserRow }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
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
          aria-label={`确认乡镇：${user.name}`}
          onClick={() => setAsked('confirm-township')}
        >
          确认乡镇
        </Button>
      )}
      <Button size="small" aria-label={`修改：${user.name}`} onClick={() => onEdit(user)}>
        修改
      </Button>
      <Button
        size="small"
        aria-label={`更多操作：${user.name}`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon name="more" />
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {user.status === 'locked' && <MenuItem onClick={() => choose('unlock')}>解锁</MenuItem>}
        <MenuItem onClick={() => choose('reset')}>重置密码</MenuItem>
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setHandsOver(true);
          }}
        >
          移交工作
        </MenuItem>
        <MenuItem onClick={() => choose('sign-out')}>强制退出登录</MenuItem>
        {user.status === 'disabled' ? (
          <MenuItem onClick={() => choose('enable')}>启用</MenuItem>
        ) : (
          <MenuItem onClick={() => choose('disable')}>停用</MenuItem>
        )}
      </Menu>
      {handsOver && <HandOverDialog user={user} onClose={() => setHandsOver(false)} />}
      {asked && <StepDialog user={user} step={asked} onPassword={onPassword} onClose={() => setAsked(undefined)} />}
    </Buttons>
  );
}
