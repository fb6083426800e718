import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { RenovationConditions } from '@anju/domain/contracts';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { useDelayed } from '../states/use-delayed';
import { colour } from '../theme/tokens';
import { useIsPhone } from '../theme/use-is-phone';
import { countText } from '../vocabulary/numbers';
import { RenovationCards } from './renovation-cards';
import { RenovationTable } from './renovation-table';
import { useRenovations } from './use-renovations';

const PER_PAGE = 25;

const Rows = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  '&[aria-busy=true]': { opacity: 0.45, pointerEvents: 'none' },
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

interface RenovationListProps {
  readonly filter: RenovationConditions;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly onReset: () => void;
}

/** One page of archives as a table or as cards, or in words why there are none. */
export function RenovationList({ filter, page, onPage, onReset }: RenovationListProps) {
  const { data, error, isPlaceholderData, refetch } = useRenovations(filter, page, PER_PAGE);
  const isPhone = useIsPhone();
  const isOutdated = useDelayed(isPlaceholderData, 300);
  if (error) return <FailureState subject="档案" error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  if (data.rows.length === 0) return <NoRenovation filter={filter} onReset={onReset} />;
  const from = (page - 1) * PER_PAGE + 1;
  return (
    <>
      <Rows aria-busy={isOutdated}>
        {isPhone ? <RenovationCards rows={data.rows} /> : <RenovationTable rows={data.rows} first={from} />}
      </Rows>
      <Foot className="no-print">
        <span>
          第 {countText(from)}–{countText(from + data.rows.length - 1)} 份
          {data.total && `，共 ${countText(data.total.count)}${data.total.bounded ? '+' : ''} 份`}
        </span>
        <div className="end">
          <Button size="small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            上一页
          </Button>
          <Button size="small" disabled={!data.hasNext} onClick={() => onPage(page + 1)}>
            下一页
          </Button>
        </div>
      </Foot>
    </>
  );
}

const NOTHING_TO_DO = {
  all: '没有符合条件的档案',
  unlinked: '没有未关联的档案',
  incomplete: '没有待补录的档案',
  doubtful: '没有身份存疑的档案',
} as const;

function NoRenovation({ filter, onReset }: { readonly filter: RenovationConditions; readonly onReset: () => void }) {
  const { tab = 'all', ...conditions } = filter;
  const isNarrowed = Object.keys(conditions).length > 0;
  return (
    <MessageState
      icon={tab === 'all' || isNarrowed ? 'search' : 'check'}
      title={NOTHING_TO_DO[tab]}
      next={
        <button type="button" onClick={onReset}>
          查看全部
        </button>
      }
    >
      {isNarrowed ? '请减少条件，或检查户主姓名和身份证号是否完整、正确。' : '档案可以新增，也可以由上级批量导入。'}
    </MessageState>
  );
}
