import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { request } from '../../http/request';
import { Icon } from '../../theme/icon';
import { ReasonDialog } from '../../forms/reason-dialog';
import { t } from '../../language/t';
import { useRecognition } from '../recognition-context';

/** What else can be done with a recognised household: look at its record, take the recognition back. */
export function HouseholdMenu({ onWithdrawn }: { readonly onWithdrawn: () => void }) {
  const { record } = useRecognition();
  const navigate = useNavigate();
  const notify = useNotify();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asking, setAsking] = useState(false);
  const withdraw = async (reason: string) => {
    const path = `/registry/households/${record.id}/safeguard`;
    await request(path, { method: 'DELETE', body: { version: record.version, reason } });
    notify(t('已撤销{headName}户的认定', { headName: record.headName }), { type: 'success' });
    onWithdrawn();
  };
  return (
    <>
      <IconButton
        aria-label={t('更多操作')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon name="more" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => navigate(`/households/${record.id}`)}>{t('查看档案')}</MenuItem>
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setAsking(true);
          }}
        >
          {t('撤销认定…')}
        </MenuItem>
      </Menu>
      {asking && (
        <ReasonDialog
          title={t('撤销认定')}
          label={t('撤销原因')}
          action={t('撤销认定')}
          onConfirm={withdraw}
          onClose={() => setAsking(false)}
        >
          {t('撤销后{headName}户回到未认定，统计随之改变；佐证材料保留。原因记入操作日志。', {
            headName: record.headName,
          })}
        </ReasonDialog>
      )}
    </>
  );
}
