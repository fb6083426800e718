import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { Announcement } from '@anju/domain/contracts';
import { useState } from 'react';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { colour } from '../theme/tokens';
import { AnnouncementDialog } from './announcement-dialog';
import { ManagedDialog } from './managed-dialog';
import { useAnnouncements } from './use-announcements';

const Box = styled(Card)({
  flex: 'none',
  marginBottom: 12,
  '& ul': { margin: 0, padding: 0, listStyle: 'none', maxHeight: 220, overflow: 'hidden auto' },
  '& li': { padding: '8px 16px', fontSize: 13, overflowWrap: 'anywhere' },
  '& li + li': { borderTop: `1px solid ${colour.line}` },
  '& li p': { whiteSpace: 'pre-line' },
  '& .none': { padding: '10px 16px 12px', fontSize: 13, color: colour.ink3 },
});

/** 通知: what the own level and those above say to the region today; nothing stands here when they say nothing. */
export function AnnouncementsCard() {
  const mayAnnounce = hasDuty(useCurrentUser(), 'manageUsers');
  const { data, error, refetch } = useAnnouncements();
  const [asking, setAsking] = useState<'new' | 'managed'>();
  if (error) return <FailureState subject={t('通知')} error={error} onRetry={() => void refetch()} />;
  if (!mayAnnounce && !data?.length) return null;
  const close = () => setAsking(undefined);
  return (
    <Box aria-label={t('通知')}>
      <header>
        <h2>{t('通知')}</h2>
        {mayAnnounce && (
          <span className="end">
            <Button size="small" variant="text" onClick={() => setAsking('managed')}>
              {t('已发通知')}
            </Button>
            <Button size="small" onClick={() => setAsking('new')}>
              {t('发通知')}
            </Button>
          </span>
        )}
      </header>
      {!data && <LoadingRows rows={2} />}
      {data?.length === 0 && <p className="none">{t('现在没有通知。')}</p>}
      <ul>
        {data?.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
      {asking === 'new' && <AnnouncementDialog onClose={close} />}
      {asking === 'managed' && <ManagedDialog onClose={close} />}
    </Box>
  );
}

function Message({ message: { title, text, regionName, by, validFrom, validTo } }: { readonly message: Announcement }) {
  return (
    <li>
      <b>{title}</b>
      <p>{text}</p>
      <span className="muted small">
        {t('{regionName}{by}，{validFrom} 至 {validTo}', { regionName, by: by && ` ${by}`, validFrom, validTo })}
      </span>
    </li>
  );
}
