import { styled } from '@mui/material/styles';
import { useState, type FormEvent } from 'react';
import { Condition } from '../forms/condition';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { TabRow } from '../layout/tab-row';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { Icon } from '../theme/icon';
import { PHONE } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
import { Queue } from './queue';
import { REVIEW_TABS, type ReviewTab } from './review-tab';
import type { useReviews } from './use-reviews';

const Pane = styled(Card)({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  overflow: 'hidden',
  '& form': { padding: 8 },
  '& .more': { padding: '8px 12px' },
  [PHONE]: { maxHeight: 290 },
});

const TABS: readonly ReviewTab[] = ['waiting', 'approved', 'returned'];

interface QueuePaneProps {
  readonly tab: ReviewTab;
  readonly onTab: (tab: ReviewTab) => void;
  readonly typed: string;
  readonly onSearch: (text: string) => void;
  readonly queue: ReturnType<typeof useReviews>;
  readonly current: number | undefined;
  readonly onChoose: (id: number) => void;
}

/** The queue with its search and its tabs. */
export function QueuePane({ tab, onTab, typed, onSearch, queue, current, onChoose }: QueuePaneProps) {
  const [draft, setDraft] = useState(typed);
  const find = (event: FormEvent) => {
    event.preventDefault();
    onSearch(draft.trim());
  };
  const { data, error, refetch } = queue;
  const total = data?.total?.count ?? 0;
  return (
    <Pane aria-label={t('审核队列')}>
      <form onSubmit={find} role="search" aria-label={t('查找')}>
        <Condition>
          <Icon name="search" />
          <input
            aria-label={t('姓名、村、录入人')}
            placeholder={t('姓名、村、录入人，回车查找')}
            value={draft}
            maxLength={50}
            onChange={(event) => setDraft(event.target.value)}
          />
        </Condition>
      </form>
      <TabRow role="tablist" aria-label={t('审核进度')}>
        {TABS.map((entry) => (
          <button key={entry} type="button" role="tab" aria-selected={entry === tab} onClick={() => onTab(entry)}>
            {REVIEW_TABS[entry].label}
          </button>
        ))}
      </TabRow>
      {error && <FailureState subject={t('审核队列')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows />}
      {data && <Queue rows={data.rows} current={current} onChoose={onChoose} />}
      {data && total > data.rows.length && (
        <p className="more muted small">
          {t('显示前 {count} 户；审核后其余的依次出现，也可查找。', { count: countText(data.rows.length) })}
        </p>
      )}
    </Pane>
  );
}
