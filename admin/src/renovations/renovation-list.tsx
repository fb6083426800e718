import { styled } from '@mui/material/styles';
import type { RenovationConditions } from '@anju/domain/contracts';
import { t } from '../language/t';
import { ListFoot } from '../layout/list-foot';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { useDelayed } from '../states/use-delayed';
import { useIsPhone } from '../theme/use-is-phone';
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
  if (error) return <FailureState subject={t('档案')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={10} />;
  if (data.rows.length === 0) return <NoRenovation filter={filter} onReset={onReset} />;
  const from = (page - 1) * PER_PAGE + 1;
  return (
    <>
      <Rows aria-busy={isOutdated}>
        {isPhone ? <RenovationCards rows={data.rows} /> : <RenovationTable rows={data.rows} first={from} />}
      </Rows>
      <ListFoot
        from={from}
        shown={data.rows.length}
        total={data.total}
        unit={t('份')}
        onPrevious={page > 1 ? () => onPage(page - 1) : undefined}
        onNext={data.hasNext ? () => onPage(page + 1) : undefined}
      />
    </>
  );
}

const NOTHING_TO_DO = {
  all: t('没有符合条件的档案'),
  unlinked: t('没有未关联的档案'),
  incomplete: t('没有待补录的档案'),
  doubtful: t('没有身份存疑的档案'),
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
          {t('查看全部')}
        </button>
      }
    >
      {isNarrowed
        ? t('请减少条件，或检查户主姓名和身份证号是否完整、正确。')
        : t('档案可以新增，也可以由上级批量导入。')}
    </MessageState>
  );
}
