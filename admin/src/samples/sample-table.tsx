import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ReviewSample, SampleItem } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { ReasonDialog } from '../forms/reason-dialog';
import { sentenceOf } from '../http/problem';
import { SAFEGUARD_KIND_LABELS, SAMPLE_VERDICT_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Chip } from '../states/status';
import { colour, PHONE } from '../theme/tokens';
import { useSampleSteps } from './use-samples';

const Rows = styled('ol')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& li': {
    display: 'grid',
    gridTemplateColumns: '3em 6em minmax(0, 1.4fr) minmax(0, 1fr) 6em minmax(170px, auto)',
    alignItems: 'center',
    gap: '2px 10px',
    minHeight: 40,
    padding: '4px 0',
    borderTop: `1px solid ${colour.line}`,
    breakInside: 'avoid',
  },
  '& .note': { gridColumn: '2 / -1', color: colour.warning },
  '& .verdict': { display: 'flex', gap: 6, justifyContent: 'flex-end', alignItems: 'center' },
  [PHONE]: {
    '& li': { gridTemplateColumns: '2.5em minmax(0, 1fr) auto', padding: '8px 0' },
    '& .wide': { gridColumn: '2 / -1' },
    '& .verdict': { gridColumn: '1 / -1' },
    '& .verdict button': { minHeight: 44, flex: 1 },
  },
});

/** The drawn households with what was found; its drawer judges them until the report is signed. */
export function SampleTable({ sample }: { readonly sample: ReviewSample }) {
  const { judge } = useSampleSteps(sample.id);
  const notify = useNotify();
  const [faulty, setFaulty] = useState<SampleItem>();
  const isOpen = sample.signedAt === null && sample.isOwn;
  const pass = (householdId: number) =>
    judge(householdId, { verdict: 'passed', note: null }).catch((error: unknown) =>
      notify(sentenceOf(error), { type: 'error' }),
    );
  return (
    <>
      <Rows aria-label={t('抽中的户')}>
        {sample.items.map((item, index) => (
          <li key={item.householdId}>
            <span className="muted">{index + 1}</span>
            <Link to={`/households/${item.householdId}`}>{item.headName}</Link>
            <span className="wide">{item.regionName}</span>
            <span className="wide">{SAFEGUARD_KIND_LABELS[item.kind]}</span>
            <span className="wide">{item.entryPerson}</span>
            <span className="verdict">
              {item.changed && <Chip className="info">{t('抽取后有改动')}</Chip>}
              {item.verdict && (
                <Chip className={item.verdict === 'passed' ? 'link' : 'alert'}>
                  {SAMPLE_VERDICT_LABELS[item.verdict]}
                </Chip>
              )}
              {isOpen && (
                <>
                  <Button size="small" className="no-print" onClick={() => void pass(item.householdId)}>
                    {t('合格')}
                  </Button>
                  <Button size="small" className="no-print" color="error" onClick={() => setFaulty(item)}>
                    {t('有问题…')}
                  </Button>
                </>
              )}
              {!isOpen && !item.verdict && <span className="muted">{t('未查')}</span>}
            </span>
            {item.note && <span className="note">{item.note}</span>}
          </li>
        ))}
      </Rows>
      {faulty && (
        <ReasonDialog
          title={t('{headName}：有问题', { headName: faulty.headName })}
          label={t('问题说明')}
          action={t('记录')}
          onClose={() => setFaulty(undefined)}
          onConfirm={async (note) => {
            await judge(faulty.householdId, { verdict: 'faulty', note });
            setFaulty(undefined);
          }}
        >
          <p>{t('说明在抽查报告中列出；需要录入人改正的，请在审核中退回该户。')}</p>
        </ReasonDialog>
      )}
    </>
  );
}
