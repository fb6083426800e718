import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type WarningKind } from '@anju/domain';
import type { SpecialCaseBatch } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { download } from '../http/download';
import { sentenceOf } from '../http/problem';
import { WARNING_STATE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { ListFoot } from '../layout/list-foot';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { colour } from '../theme/tokens';
import { countText, dateTimeText } from '../vocabulary/numbers';
import { DecisionDialog } from './decision-dialog';
import { SendCasesDialog } from './send-cases-dialog';
import { useSpecialCaseBatches, useWarningPost } from './use-warnings';

const Panel = styled('section')({
  flex: 'none',
  maxHeight: '40%',
  overflow: 'auto',
  padding: '8px 16px',
  borderBottom: `1px solid ${colour.line2}`,
  background: colour.sunken,
  fontSize: 13,
  '& header': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, minHeight: 32 },
  '& h2': { fontSize: 14 },
  '& .end': { marginLeft: 'auto' },
  '& li': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 12px',
    padding: '4px 0',
    borderTop: `1px solid ${colour.line}`,
  },
});

interface BatchPanelProps {
  readonly kind: WarningKind | undefined;
  readonly region: string | undefined;
}

/** The batches of special cases: what was sent, its workbook, its reply; and the button that sends what waits. */
export function BatchPanel({ kind, region }: BatchPanelProps) {
  const user = useCurrentUser();
  const { rows, error, retry, foot } = useSpecialCaseBatches();
  const [sending, setSending] = useState(false);
  const level = user?.level === 'county' || user?.level === 'province' ? user.level : undefined;
  const maySend = level !== undefined && hasDuty(user, 'handleSpecialCases');
  if (!maySend && !error && !rows?.length) return null;
  return (
    <Panel aria-label={t('特殊情况批次')}>
      <header>
        <h2>{t('报送批次')}</h2>
        {maySend && (
          <Button size="small" color="primary" className="end" onClick={() => setSending(true)}>
            {level === 'county' ? t('批量提交') : t('批量上报')}
          </Button>
        )}
      </header>
      {error && <FailureState subject={t('报送批次')} error={error} onRetry={retry} />}
      {!error && !rows && <LoadingRows rows={2} />}
      {rows?.length === 0 && <p className="muted">{t('还没有报送过。')}</p>}
      <ul aria-label={t('报送批次')}>
        {rows?.map((batch) => (
          <BatchRow key={batch.id} batch={batch} />
        ))}
      </ul>
      {foot && <ListFoot {...foot} unit={t('批')} />}
      {sending && level && (
        <SendCasesDialog
          level={level}
          filter={{ ...(kind ? { kind: [kind] } : {}), ...(region ? { regionCode: region } : {}) }}
          onClose={() => setSending(false)}
        />
      )}
    </Panel>
  );
}

function BatchRow({ batch }: { readonly batch: SpecialCaseBatch }) {
  const user = useCurrentUser();
  const notify = useNotify();
  const post = useWarningPost();
  const [replying, setReplying] = useState(false);
  const { id, step, regionName, sentAt, by, cases, states } = batch;
  const waiting = states.find(({ state }) => state === 'forwarded')?.count ?? 0;
  const mayReply =
    step === 'forward' && waiting > 0 && user?.level === 'province' && hasDuty(user, 'handleSpecialCases');
  const save = () => {
    download(`/warnings/special-cases/${id}/workbook`).catch((error: unknown) =>
      notify(sentenceOf(error), { type: 'warning' }),
    );
  };
  return (
    <li>
      <b>{t('第 {id} 批', { id })}</b>
      <span>
        {t('{regionName}{value} {cases} 条', {
          regionName,
          value: step === 'forward' ? t('上报') : t('提交'),
          cases: countText(cases),
        })}
      </span>
      <span className="muted">
        {dateTimeText(sentAt)} {by}
      </span>
      <span className="muted">
        {states.map(({ state, count }) => `${WARNING_STATE_LABELS[state]} ${countText(count)}`).join(t('，'))}
      </span>
      <span className="end">
        {hasDuty(user, 'supervise') && (
          <Button size="small" variant="text" onClick={save}>
            {t('导出 Excel')}
          </Button>
        )}
        {mayReply && (
          <Button size="small" onClick={() => setReplying(true)}>
            {t('登记批复')}
          </Button>
        )}
      </span>
      {replying && (
        <DecisionDialog
          title={t('登记第 {id} 批的批复', { id })}
          onConfirm={async (reply) => {
            const { decided } = await post<{ decided: number }>(`/special-cases/${id}/reply`, reply);
            notify(t('已登记 {decided} 条的批复', { decided: countText(decided) }), { type: 'success' });
            setReplying(false);
          }}
          onClose={() => setReplying(false)}
        >
          {t('这一批中 {waiting} 条尚无批复，将一并登记。', { waiting: countText(waiting) })}
        </DecisionDialog>
      )}
    </li>
  );
}
