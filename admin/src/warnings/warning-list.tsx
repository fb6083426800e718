import { styled } from '@mui/material/styles';
import { usePlaceNames } from '../households/use-place-names';
import { t } from '../language/t';
import { ListFoot } from '../layout/list-foot';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { DESKTOP } from '../theme/tokens';
import { useWarnings, WARNINGS_A_PAGE, type WarningQuestion } from './use-warnings';
import { WarningItem } from './warning-item';

const Rows = styled('ul')({
  flex: 1,
  minHeight: 0,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  [DESKTOP]: { overflow: 'auto' },
});

interface WarningListProps {
  readonly question: WarningQuestion;
  readonly onPage: (page: number) => void;
}

/** One page of warnings, with the way to the next. */
export function WarningList({ question, onPage }: WarningListProps) {
  const { data, error, refetch } = useWarnings(question);
  const rows = data?.rows ?? [];
  const placeOf = usePlaceNames(rows);
  if (error) return <FailureState subject={t('预警')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  if (rows.length === 0) return <MessageState icon="check" title={t('没有这类预警')} />;
  const from = (question.page - 1) * WARNINGS_A_PAGE + 1;
  return (
    <>
      <Rows aria-label={t('预警名单')}>
        {rows.map((warning) => (
          <WarningItem key={warning.id} warning={warning} place={placeOf(warning)} />
        ))}
      </Rows>
      <ListFoot
        from={from}
        shown={rows.length}
        total={data.total}
        unit={t('条')}
        onPrevious={question.page > 1 ? () => onPage(question.page - 1) : undefined}
        onNext={from + rows.length > (data.total?.count ?? 0) ? undefined : () => onPage(question.page + 1)}
      />
    </>
  );
}
