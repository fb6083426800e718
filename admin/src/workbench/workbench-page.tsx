import { styled } from '@mui/material/styles';
import { SCOPED_DUTIES } from '@anju/domain';
import { AnnouncementsCard } from '../announcements';
import { hasDuty, isTownshipUnset, useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { Page } from '../layout/page';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { useStatisticsTable } from '../statistics/use-statistics';
import { waitingCount } from '../statistics/waiting-count';
import { DESKTOP } from '../theme/tokens';
import { clockText, countText } from '../vocabulary/numbers';
import { OwnPages } from './own-pages';
import { ProgressCard } from './progress-card';
import { Tiles } from './tiles';
import { WaitingCards } from './waiting-cards';

const Columns = styled('div')({
  display: 'flex',
  flex: 'none',
  flexDirection: 'column',
  gap: 12,
  [DESKTOP]: {
    display: 'grid',
    flex: 1,
    gridTemplateColumns: 'minmax(0, 1fr) 340px',
    gridTemplateRows: 'minmax(0, 1fr)',
    minHeight: 240,
  },
});

/** 工作台: what waits in the user's region and how far its parts have come; each number opens its list. */
export function WorkbenchPage() {
  const user = useCurrentUser();
  const region = user?.regionCode;
  const seesHouseholds = hasDuty(user, ...SCOPED_DUTIES) && typeof region === 'string';
  const { data, error, refetch } = useStatisticsTable(
    'T2',
    { region: region ?? '', scope: 'registry' },
    seesHouseholds,
  );
  const left = data && waitingCount(data.total);
  return (
    <Page
      title={t('工作台')}
      description={left === undefined ? undefined : sentence(left)}
      actions={
        data && <span className="muted small desktop-only">{t('更新于 {asOf}', { asOf: clockText(data.asOf) })}</span>
      }
    >
      {user && <AnnouncementsCard />}
      {user && !seesHouseholds && !isTownshipUnset(user) && <OwnPages user={user} />}
      {error && <FailureState subject={t('录入进度')} error={error} onRetry={() => void refetch()} />}
      {seesHouseholds && !error && !data && <LoadingRows />}
      {data && <Tiles total={data.total} region={data.region} />}
      {data && (
        <Columns>
          <ProgressCard table={data} />
          <WaitingCards region={data.region} />
        </Columns>
      )}
    </Page>
  );
}

function sentence(left: number): string {
  return left === 0
    ? t('本区划的户已全部认定。')
    : t('还有 {left} 户未认定。点数字即打开对应名单。', { left: countText(left) });
}
