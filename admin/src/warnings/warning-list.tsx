import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { usePlaceNames } from '../households/use-place-names';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { colour, DESKTOP } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
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

const Foot = styled('div')({
  display: 'flex',
  flex: 'none',
  alignItems: 'center',
  gap: 8,
  minHeight: 44,
  padding: '0 16px',
  fontSize: 13,
  color: colour.ink2,
  borderTop: `1px solid ${colour.line}`,
  '& .end': { marginLeft: 'auto', display: 'flex', gap: 8 },
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
  if (error) return <FailureState subject="预警" error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  if (rows.length === 0) return <MessageState icon="check" title="没有这类预警" />;
  const from = (question.page - 1) * WARNINGS_A_PAGE + 1;
  const total = data.total?.count ?? 0;
  return (
    <>
      <Rows aria-label="预警名单">
        {rows.map((warning) => (
          <WarningItem key={warning.id} warning={warning} place={placeOf(warning)} />
        ))}
      </Rows>
      <Foot>
        <span>
          第 {countText(from)}–{countText(from + rows.length - 1)} 条，共 {countText(total)}
          {data.total?.bounded && '+'} 条
        </span>
        <div className="end">
          <Button size="small" disabled={question.page <= 1} onClick={() => onPage(question.page - 1)}>
            上一页
          </Button>
          <Button size="small" disabled={from + rows.length > total} onClick={() => onPage(question.page + 1)}>
            下一页
          </Button>
        </div>
      </Foot>
    </>
  );
}
