import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { HistoryEntry, HouseholdHistory } from '@anju/domain/contracts';
import { sentenceOf } from '../http/problem';
import { request } from '../http/request';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { colour, PHONE } from '../theme/tokens';
import { dateTimeText } from '../vocabulary/numbers';

const Steps = styled('ol')({
  margin: 0,
  padding: '4px 16px 10px',
  listStyle: 'none',
  fontSize: 13,
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '7em 8em minmax(0, 1fr)',
    gap: '2px 12px',
    padding: '7px 0',
    borderTop: `1px solid ${colour.line}`,
  },
  '& > li:first-of-type': { borderTop: 0 },
  '& ul': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 20px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    lineHeight: '20px',
    overflowWrap: 'anywhere',
  },
  '& del': { color: colour.ink3 },
  '& ins': { textDecoration: 'none' },
  [PHONE]: {
    padding: '4px 12px 10px',
    '& > li': { gridTemplateColumns: 'auto minmax(0, 1fr)' },
    '& .what': { gridColumn: '1 / -1' },
  },
});

/** Who changed what of the household when, old and new, newest first. */
export function HistoryCard({ householdId }: { readonly householdId: number }) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useHistory(householdId);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Card aria-label={t('变更记录')}>
      <header>
        <h2>{t('变更记录')}</h2>
        <span className="muted small">{t('谁、何时、原值 → 新值')}</span>
      </header>
      {error && (
        <MessageState
          icon="warning"
          title={t('没有读出变更记录')}
          next={
            <button type="button" onClick={() => void refetch()}>
              {t('重试')}
            </button>
          }
        >
          {sentenceOf(error)}
        </MessageState>
      )}
      {!data && !error && <LoadingRows rows={3} />}
      {data && entries.length === 0 && <MessageState icon="info" title={t('名单导入之后还没有变更')} />}
      {entries.length > 0 && (
        <Steps>
          {entries.map((entry) => (
            <Step key={entry.id} entry={entry} />
          ))}
        </Steps>
      )}
      {hasNextPage && (
        <div className="body no-print">
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('更早的变更')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function useHistory(householdId: number) {
  return useInfiniteQuery({
    queryKey: ['households', 'history', householdId],
    queryFn: async ({ pageParam, signal }) => {
      const search = pageParam === null ? '' : `?before=${pageParam}`;
      return (await request<HouseholdHistory>(`/registry/households/${householdId}/history${search}`, { signal })).json;
    },
    initialPageParam: null as number | null, // the library infers the type of all pages from the first
    getNextPageParam: ({ next }) => next,
    refetchOnMount: 'always',
  });
}

function Step({
  entry: { at, actorName, actionLabel, subjectLabel, subjectName, changes },
}: {
  readonly entry: HistoryEntry;
}) {
  return (
    <li>
      <time dateTime={at} className="muted">
        {dateTimeText(at)}
      </time>
      <span>{actorName ?? t('系统')}</span>
      <div className="what">
        <b>
          {actionLabel}
          {subjectLabel}
        </b>
        {subjectName && ` ${subjectName}`}
        <ul>
          {changes.map(({ field, label, before, after }) => (
            <li key={field}>
              {t('{label}：', { label })}
              {before !== null && <del>{before}</del>}
              {before !== null && ' → '}
              <ins>{after ?? (before === null ? '' : t('空'))}</ins>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
