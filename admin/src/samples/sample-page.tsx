import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { ReviewSample } from '@anju/domain/contracts';
import { ReasonDialog } from '../forms/reason-dialog';
import { t } from '../language/t';
import { Page } from '../layout/page';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { SampleFacts } from './sample-facts';
import { SampleTable } from './sample-table';
import { useSample, useSampleSteps } from './use-samples';

const Report = styled('article')({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  minHeight: 0,
  flex: 1,
  overflow: 'auto',
  padding: 16,
  background: colour.surface,
  border: `1px solid ${colour.line}`,
  fontSize: 13,
  '& .signature': { display: 'flex', flexWrap: 'wrap', gap: '16px 48px', paddingTop: 12 },
  [PHONE]: { padding: 12, overflow: 'visible', flex: 'none' },
  '@media print': { border: 0, padding: 0, overflow: 'visible' },
});

/** One sample: its households to be judged, then its signed report, which prints. */
export function SamplePage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useSample(id);
  if (error) return <FailureState subject={t('这次抽查')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={8} />;
  return <SampleReport sample={data} />;
}

function SampleReport({ sample }: { readonly sample: ReviewSample }) {
  const { sign } = useSampleSteps(sample.id);
  const notify = useNotify();
  const [isSigning, setIsSigning] = useState(false);
  const isOpen = sample.signedAt === null && sample.isOwn;
  const left = sample.sampled - sample.passed - sample.faulty;
  return (
    <Page
      title={sample.signedAt === null ? t('抽查') : t('抽查报告')}
      actions={
        <>
          <Link to="/reviews/samples">{t('历次抽查')}</Link>
          <Button className="desktop-only" onClick={() => window.print()}>
            <Icon name="print" />
            {t('打印')}
          </Button>
          {isOpen && (
            <Button variant="contained" color="primary" disabled={left > 0} onClick={() => setIsSigning(true)}>
              {left > 0 ? t('还有 {left} 户未查', { left }) : t('签署报告…')}
            </Button>
          )}
        </>
      }
    >
      <Report aria-label={t('抽查报告')}>
        <SampleFacts sample={sample} />
        <SampleTable sample={sample} />
        {sample.signedAt !== null && (
          <>
            <p>{t('抽查结论：{conclusion}', { conclusion: sample.conclusion ?? t('（未填写）') })}</p>
            <div className="signature">
              <span>{t('抽查人（签字）：＿＿＿＿＿＿＿＿')}</span>
              <span>{t('单位（盖章）：＿＿＿＿＿＿＿＿')}</span>
              <span>{t('日期：＿＿＿＿＿＿')}</span>
            </div>
          </>
        )}
      </Report>
      {isSigning && (
        <ReasonDialog
          title={t('签署抽查报告')}
          label={t('抽查结论')}
          action={t('签署')}
          tone="primary"
          isOptional
          onClose={() => setIsSigning(false)}
          onConfirm={async (conclusion) => {
            await sign(conclusion);
            setIsSigning(false);
            notify(t('报告已签署'), { type: 'success' });
          }}
        >
          <p>
            {t('合格 {passed} 户，有问题 {faulty} 户。签署后不能再改，并以您的账号记入操作日志。', {
              passed: sample.passed,
              faulty: sample.faulty,
            })}
          </p>
        </ReasonDialog>
      )}
    </Page>
  );
}
