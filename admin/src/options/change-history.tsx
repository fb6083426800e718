import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ConfigurationChangeRow } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { colour } from '../theme/tokens';
import { dateTimeText } from '../vocabulary/numbers';
import { RestoreDialog } from './restore-dialog';
import { useChanges, useConfigure } from './use-configuration';

const Box = styled('section')({
  padding: '12px 16px',
  '& header': { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
  '& ol': { marginTop: 4 },
  '& li': {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: '0 8px',
    padding: '8px 0',
    borderTop: `1px solid ${colour.line}`,
    fontSize: 13,
    lineHeight: '20px',
  },
  '& li:first-of-type': { borderTop: 0 },
  '& .what': { overflowWrap: 'anywhere' },
  '& .undone .what': { color: colour.ink3, textDecoration: 'line-through' },
  '& .who': { gridColumn: '1 / -1' },
});

/** Who changed what last, and why; each change can be taken back while nothing has been built on it. */
export function ChangeHistory({ subject }: { readonly subject: string }) {
  const { data, error, refetch } = useChanges(subject);
  const { undo } = useConfigure();
  const notify = useNotify();
  const [busy, setBusy] = useState<number>();
  const [restoring, setRestoring] = useState(false);
  const takeBack = async (change: ConfigurationChangeRow) => {
    setBusy(change.id);
    try {
      await undo(change.id);
      notify(t('已撤销：{summary}', { summary: change.summary }), { type: 'success' });
    } catch (failure) {
      notify(sentenceOf(failure), { type: 'warning' });
    }
    setBusy(undefined);
  };
  const last = data?.find(({ undoneBy, undoes }) => undoneBy === null && undoes === null);
  return (
    <Box aria-label={t('更改记录')}>
      <header>
        <h2>{t('更改记录')}</h2>
        {data && data.length > 0 && (
          <Button size="small" variant="text" onClick={() => setRestoring(true)}>
            {t('恢复默认')}
          </Button>
        )}
      </header>
      {error && <FailureState subject={t('更改记录')} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingRows rows={2} />}
      {data?.length === 0 && <p className="muted small">{t('还没有更改过，仍是系统出厂的内容。')}</p>}
      <ol>
        {data?.map((change) => (
          <li key={change.id} className={change.undoneBy === null ? undefined : 'undone'}>
            <span className="what">{change.summary}</span>
            {change.id === last?.id && (
              <Button size="small" variant="text" disabled={busy !== undefined} onClick={() => void takeBack(change)}>
                {t('撤销')}
              </Button>
            )}
            <span className="who muted small">
              {t('{by}，{at}{reason}{value}', {
                by: change.by ?? t('系统'),
                at: dateTimeText(change.at),
                reason: change.reason && t('，{reason}', { reason: change.reason }),
                value: change.undoneBy !== null && t('，已撤销'),
              })}
            </span>
          </li>
        ))}
      </ol>
      {restoring && <RestoreDialog subject={subject} onClose={() => setRestoring(false)} />}
    </Box>
  );
}
