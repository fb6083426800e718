import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { ReviewConditions } from '@anju/domain/contracts';
import { hasDuty, isTownshipUnset, useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { Page } from '../layout/page';
import { MessageState } from '../states/message-state';
import { DESKTOP, PHONE } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
import { BatchDialog } from './batch-dialog';
import { QueuePane } from './queue-pane';
import { ReviewDesk } from './review-desk';
import { REVIEW_TABS, tabOf, type ReviewTab } from './review-tab';
import { useReviews } from './use-reviews';

const Panes = styled('div')({
  display: 'grid',
  flex: 1,
  minHeight: 0,
  gap: 12,
  gridTemplateColumns: '258px minmax(0, 1fr)',
  [DESKTOP]: { overflow: 'hidden' },
  '@media (max-width: 1023.95px)': { gridTemplateColumns: 'minmax(0, 1fr)', overflow: 'visible', flex: 'none' },
  [PHONE]: { gap: 8 },
});

/** 审核: the queue, the record with what changed, and its evidence. */
export function ReviewsPage() {
  const user = useCurrentUser();
  const [search, setSearch] = useSearchParams();
  const tab = tabOf(search.get('state'));
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<number>();
  const [isBatch, setIsBatch] = useState(false);
  const queryClient = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();
  const level = hasDuty(user, 'reviewCounty') ? 'county' : 'township';
  const filter: ReviewConditions = { ...REVIEW_TABS[tab].filter(level), ...(typed ? { search: typed } : {}) };
  const queue = useReviews(filter);
  const rows = queue.data?.rows ?? [];
  const total = queue.data?.total;
  const totalText = total ? `${countText(total.count)}${total.bounded ? '+' : ''}` : '–';
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  );
  const current = rows[index];
  const go = (by: 1 | -1) => setChosen(rows[Math.min(rows.length - 1, Math.max(0, index + by))]?.id);
  const choose = (next: ReviewTab) => {
    setChosen(undefined);
    setSearch(next === 'waiting' ? {} : { state: next });
  };
  const closeBatch = () => {
    setIsBatch(false);
    void queryClient.invalidateQueries();
  };
  if (isTownshipUnset(user)) return <MessageState icon="info" title={t('您尚未设置行政区划，暂无待审核的记录')} />;
  return (
    <Page
      title={level === 'county' ? t('县级审核') : t('乡镇审核')}
      shortTitle={t('审核')}
      description={t('{label} {totalText} 户。您录入的记录不会出现在待审核中。', {
        label: REVIEW_TABS[tab].label,
        totalText,
      })}
      actions={
        <>
          <Button onClick={() => void navigate('/reviews/samples')}>{t('抽查')}</Button>
          {tab === 'waiting' && (
            <Button disabled={rows.length === 0} onClick={() => setIsBatch(true)}>
              {t('按条件批量通过…')}
            </Button>
          )}
        </>
      }
    >
      <Panes>
        <QueuePane
          tab={tab}
          onTab={choose}
          typed={typed}
          onSearch={setTyped}
          queue={queue}
          current={current?.id}
          onChoose={setChosen}
        />
        {current ? (
          <ReviewDesk
            key={current.id}
            id={current.id}
            place={{ index, length: rows.length }}
            onGo={go}
            onDone={(words) => {
              setChosen((rows[index + 1] ?? rows[index - 1])?.id);
              notify(words, { type: 'success' });
            }}
          />
        ) : (
          queue.data && <MessageState icon="check" title={typed ? t('没有符合条件的记录') : REVIEW_TABS[tab].empty} />
        )}
      </Panes>
      {isBatch && <BatchDialog filter={filter} total={totalText} onClose={closeBatch} />}
    </Page>
  );
}
