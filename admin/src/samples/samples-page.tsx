import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { SampleRow } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser, useIsUserPending } from '../auth/current-user';
import { t } from '../language/t';
import { ListPanel } from '../layout/card';
import { ListFoot } from '../layout/list-foot';
import { Page } from '../layout/page';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { countText, dateTimeText } from '../vocabulary/numbers';
import { DrawDialog } from './draw-dialog';
import { progressWords, scopeWords } from './sample-words';
import { SAMPLES_A_PAGE, useSamples } from './use-samples';

const Rows = styled('ul')({
  flex: 1,
  minHeight: 0,
  margin: 0,
  padding: 0,
  overflow: 'auto',
  listStyle: 'none',
  fontSize: 13,
  '& li': { borderBottom: `1px solid ${colour.line}` },
  '& a': { display: 'flex', flexWrap: 'wrap', gap: '2px 16px', padding: '10px 16px', color: colour.ink },
  '& a:hover': { background: colour.hover, textDecoration: 'none' },
  '& .end': { marginLeft: 'auto' },
});

/** 抽查: the samples drawn in the region, and the way to draw another. */
export function SamplesPage() {
  const user = useCurrentUser();
  const isPending = useIsUserPending();
  const [page, setPage] = useState(1);
  const [isDrawing, setIsDrawing] = useState(false);
  if (isPending) return null;
  if (!hasDuty(user, 'reviewTownship', 'reviewCounty')) {
    return <MessageState icon="info" title={t('您的账号没有审核权限')} next={<Link to="/">{t('回到工作台')}</Link>} />;
  }
  return (
    <Page
      title={t('抽查')}
      description={t('按比例随机抽取已录入的户，逐户核查后签署报告。')}
      actions={
        <>
          <Link to="/reviews">{t('回到审核')}</Link>
          <Button variant="contained" color="primary" onClick={() => setIsDrawing(true)}>
            <Icon name="plus" />
            {t('新的抽查')}
          </Button>
        </>
      }
    >
      <ListPanel aria-label={t('历次抽查')}>
        <SampleList page={page} onPage={setPage} />
      </ListPanel>
      {isDrawing && <DrawDialog onClose={() => setIsDrawing(false)} />}
    </Page>
  );
}

function SampleList({ page, onPage }: { readonly page: number; readonly onPage: (page: number) => void }) {
  const { data, error, refetch } = useSamples(page);
  if (error) return <FailureState subject={t('抽查')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  if (data.rows.length === 0) {
    return (
      <MessageState icon="search" title={t('还没有抽查过')}>
        {t('点右上角“新的抽查”，选范围和比例。')}
      </MessageState>
    );
  }
  const from = (page - 1) * SAMPLES_A_PAGE + 1;
  return (
    <>
      <Rows>
        {data.rows.map((row) => (
          <SampleItemRow key={row.id} row={row} />
        ))}
      </Rows>
      <ListFoot
        from={from}
        shown={data.rows.length}
        total={data.total}
        unit={t('次')}
        onPrevious={page > 1 ? () => onPage(page - 1) : undefined}
        onNext={from + data.rows.length > (data.total?.count ?? 0) ? undefined : () => onPage(page + 1)}
      />
    </>
  );
}

function SampleItemRow({ row }: { readonly row: SampleRow }) {
  return (
    <li>
      <Link to={`/reviews/samples/${row.id}`}>
        <b>{t('第 {id} 号', { id: row.id })}</b>
        <span>{row.regionName}</span>
        <span className="muted">{scopeWords(row)}</span>
        <span>
          {t('{population} 户抽 {percent}%，{sampled} 户', {
            population: countText(row.population),
            percent: row.percent,
            sampled: countText(row.sampled),
          })}
        </span>
        <span className="muted">
          {row.drawnByName ?? '–'} {dateTimeText(row.drawnAt)}
        </span>
        <span className="end">
          {progressWords(row)}
          {row.faulty > 0 && t('，{faulty} 户有问题', { faulty: countText(row.faulty) })}
        </span>
      </Link>
    </li>
  );
}
