import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import type { HouseholdRecord, ReviewReason } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { sentenceOf, statusOf } from '../http/problem';
import { t } from '../language/t';
import { useHouseholdRecord } from '../record';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { Icon } from '../theme/icon';
import { colour, DESKTOP, PHONE } from '../theme/tokens';
import { EvidencePane } from './evidence-pane';
import { ReturnDialog } from './return-dialog';
import { ReviewRecord } from './review-record';
import { useReviewKeys } from './use-review-keys';
import { useReviewStep } from './use-reviews';

const Desk = styled('div')({
  display: 'grid',
  minHeight: 0,
  minWidth: 0,
  gap: 12,
  gridTemplate: 'minmax(0, 1fr) auto / minmax(0, 1.3fr) minmax(0, 1fr)',
  '@media (max-width: 1023.95px)': { gridTemplate: 'auto / minmax(0, 1fr)' },
});

const Bar = styled('div')({
  gridColumn: '1 / -1',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  padding: '8px 12px',
  background: colour.surface,
  border: `1px solid ${colour.line}`,
  '& .end': { marginLeft: 'auto', display: 'flex', gap: 8 },
  '& kbd': { border: `1px solid currentColor`, borderRadius: 4, padding: '0 5px', fontSize: 11, marginLeft: 6 },
  [DESKTOP]: { flexWrap: 'nowrap' },
  [PHONE]: { position: 'sticky', bottom: 0, '& kbd': { display: 'none' }, '& .said': { display: 'none' } },
});

interface ReviewDeskProps {
  readonly id: number;
  readonly place: { readonly index: number; readonly length: number };
  readonly onGo: (by: 1 | -1) => void;
  readonly onDone: (words: string) => void;
}

/** One household on the reviewer's desk: record, evidence, and what may be done with it. */
export function ReviewDesk({ id, place, onGo, onDone }: ReviewDeskProps) {
  const { data, error, refetch } = useHouseholdRecord(String(id));
  if (error) return <FailureState subject={t('这一户')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={8} />;
  return (
    <Desk>
      <ReviewRecord record={data} />
      <EvidencePane record={data} />
      <Actions record={data} place={place} onGo={onGo} onDone={onDone} />
    </Desk>
  );
}

function Actions({ record, place, onGo, onDone }: Omit<ReviewDeskProps, 'id'> & { readonly record: HouseholdRecord }) {
  const { waits, mayTakeBack } = useRights(record);
  const { busy, run } = useStep(record, onDone);
  const [isReturning, setIsReturning] = useState(false);
  const approve = () => {
    if (waits && !busy) void run('approve', {}, t('{headName} 已通过', { headName: record.headName }));
  };
  useReviewKeys({
    j: () => onGo(1),
    k: () => onGo(-1),
    a: approve,
    r: () => setIsReturning(waits),
  });
  return (
    <Bar className="no-print">
      <Button disabled={place.index === 0} onClick={() => onGo(-1)} aria-label={t('上一户')}>
        <Icon name="left" />
        <span className="desktop-only">{t('上一户')}</span>
        <kbd>K</kbd>
      </Button>
      <Button disabled={place.index >= place.length - 1} onClick={() => onGo(1)} aria-label={t('下一户')}>
        <span className="desktop-only">{t('下一户')}</span>
        <kbd>J</kbd>
        <Icon name="right" />
      </Button>
      <span className="muted small said">{t('依据您看到的版本审核；此后如有改动，系统会先提示。')}</span>
      <span className="end">
        {mayTakeBack && (
          <Button
            disabled={busy}
            onClick={() => void run('take-back', {}, t('{headName} 的审核已撤回', { headName: record.headName }))}
          >
            {t('撤回审核')}
          </Button>
        )}
        {waits && (
          <>
            <Button color="error" onClick={() => setIsReturning(true)}>
              {t('退回…')}
              <kbd>R</kbd>
            </Button>
            <Button color="primary" variant="contained" disabled={busy} onClick={approve}>
              {t('审核通过')}
              <kbd>A</kbd>
            </Button>
          </>
        )}
      </span>
      {isReturning && (
        <ReturnDialog
          record={record}
          onReturn={(reasons) => run('return', { reasons }, t('{headName} 已退回', { headName: record.headName }))}
          onClose={() => setIsReturning(false)}
        />
      )}
    </Bar>
  );
}

/** What the signed-in reviewer may do with a record in its state. */
function useRights({ safeguard }: HouseholdRecord) {
  const user = useCurrentUser();
  const state = safeguard?.reviewState;
  const isTownship = hasDuty(user, 'reviewTownship');
  const isCounty = hasDuty(user, 'reviewCounty');
  return {
    waits: (state === 'entered' && isTownship) || (state === 'townshipApproved' && isCounty),
    mayTakeBack: (state === 'townshipApproved' && isTownship) || (state === 'countyApproved' && isCounty),
  };
}

type Step = 'approve' | 'return' | 'take-back';

/** Takes steps with the version on the screen; a conflict shows the record as it stands now. */
function useStep(record: HouseholdRecord, onDone: (words: string) => void) {
  const takeStep = useReviewStep();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const { refetch } = useHouseholdRecord(String(record.id));
  const run = async (verb: Step, body: { readonly reasons?: readonly ReviewReason[] }, words: string) => {
    setBusy(true);
    try {
      await takeStep(record.id, verb, { version: record.version, ...body });
      onDone(words);
    } catch (error) {
      if (statusOf(error) === 409) void refetch();
      if (verb === 'return') throw error;
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
