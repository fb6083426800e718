import { styled } from '@mui/material/styles';
import type { JournalFilter } from '@anju/domain/contracts';
import { t } from '../language/t';
import { ListFoot } from '../layout/list-foot';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { colour, DESKTOP, PHONE } from '../theme/tokens';
import { ENTRY_GRID, JournalItem } from './journal-item';
import { ENTRIES_A_PAGE, useJournal } from './use-journal';

const Rows = styled('div')({
  flex: 1,
  minHeight: 0,
  [DESKTOP]: { overflow: 'auto' },
  '& ul': { margin: 0, padding: 0, listStyle: 'none' },
  '& .heads': {
    ...ENTRY_GRID,
    position: 'sticky',
    top: 0,
    padding: '7px 16px',
    background: colour.sunken,
    borderBottom: `1px solid ${colour.line}`,
    color: colour.ink2,
    fontSize: 12,
    [PHONE]: { display: 'none' },
  },
});

interface JournalListProps {
  readonly filter: JournalFilter;
  /** The cursors of the pages before and of this one; the first page has none. */
  readonly cursors: readonly string[];
  readonly onCursors: (cursors: readonly string[]) => void;
  readonly onSubject: (table: string, id: number) => void;
}

/** One page of the journal, newest first, with the way to the next. */
export function JournalList({ filter, cursors, onCursors, onSubject }: JournalListProps) {
  const { data, error, refetch } = useJournal(filter, cursors.at(-1));
  if (error) return <FailureState subject={t('操作日志')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  if (data.rows.length === 0)
    return (
      <MessageState icon="info" title={t('没有符合条件的日志')}>
        {t('请放宽日期或减少条件后再查。')}
      </MessageState>
    );
  const { next, total } = data;
  return (
    <>
      <Rows>
        <div className="heads" aria-hidden="true">
          {[t('时间'), t('操作人'), t('操作'), t('对象'), t('内容（原值 → 新值）'), t('行政区划')].map((head) => (
            <span key={head}>{head}</span>
          ))}
        </div>
        <ul aria-label={t('操作日志')}>
          {data.rows.map((entry) => (
            <JournalItem key={entry.id} entry={entry} onSubject={onSubject} />
          ))}
        </ul>
      </Rows>
      <ListFoot
        from={cursors.length * ENTRIES_A_PAGE + 1}
        shown={data.rows.length}
        total={total}
        unit={t('条')}
        onPrevious={cursors.length > 0 ? () => onCursors(cursors.slice(0, -1)) : undefined}
        onNext={next === undefined ? undefined : () => onCursors([...cursors, next])}
      />
    </>
  );
}
