import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import type { AnnouncementState, ManagedAnnouncement } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { ListFoot } from '../layout/list-foot';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { colour } from '../theme/tokens';
import { useAnnounce, useManagedAnnouncements } from './use-announcements';

const STATES: Readonly<Record<AnnouncementState, string>> = {
  coming: t('未开始'),
  current: t('显示中'),
  expired: t('已过期'),
  withdrawn: t('已撤回'),
};

const List = styled('ul')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& li': {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: '0 8px',
    padding: '8px 0',
    borderTop: `1px solid ${colour.line}`,
  },
  '& li > span': { gridColumn: '1 / -1' },
});

/** Messages to the user's region and those below, with what became of them; what is shown yet can be taken back. */
export function ManagedDialog({ onClose }: { readonly onClose: () => void }) {
  const { rows, error, retry, foot } = useManagedAnnouncements();
  const { withdraw } = useAnnounce();
  const notify = useNotify();
  const [asked, setAsked] = useState<number>();
  const takeBack = async ({ id, title }: ManagedAnnouncement) => {
    if (asked !== id) return setAsked(id);
    try {
      await withdraw(id);
      notify(t('已撤回“{title}”', { title }), { type: 'success' });
    } catch (problem) {
      notify(sentenceOf(problem), { type: 'warning' });
    }
    setAsked(undefined);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="managed-title">
      <DialogTitle id="managed-title">{t('已发通知')}</DialogTitle>
      <DialogContent sx={{ px: 2, fontSize: 13 }}>
        {error && <FailureState subject={t('已发通知')} error={error} onRetry={retry} />}
        {!error && !rows && <LoadingRows rows={3} />}
        {rows?.length === 0 && <p className="muted">{t('还没有发过通知。')}</p>}
        <List>
          {rows?.map((message) => (
            <li key={message.id}>
              <b>{message.title}</b>
              {(message.state === 'current' || message.state === 'coming') && (
                <Button size="small" variant="text" onClick={() => void takeBack(message)}>
                  {asked === message.id ? t('确认撤回') : t('撤回')}
                </Button>
              )}
              <span className="muted small">
                {t('{state}，{regionName}，{validFrom} 至 {validTo}{by}{withdrawnBy}', {
                  state: STATES[message.state],
                  regionName: message.regionName,
                  validFrom: message.validFrom,
                  validTo: message.validTo,
                  by: message.by && t('，{by} 发出', { by: message.by }),
                  withdrawnBy: message.withdrawnBy && t('，{withdrawnBy} 撤回', { withdrawnBy: message.withdrawnBy }),
                })}
              </span>
            </li>
          ))}
        </List>
        {foot && <ListFoot {...foot} unit={t('条')} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('关闭')}</Button>
      </DialogActions>
    </Dialog>
  );
}
