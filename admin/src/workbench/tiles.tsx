import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import type { StatisticsCells } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { DEPARTED, UNRECOGNISED, type ListFilter } from '../households/list-filter';
import { ListLink } from '../households/list-link';
import { t } from '../language/t';
import { placedFilter } from '../statistics/placed-filter';
import { waitingCount } from '../statistics/waiting-count';
import { Icon } from '../theme/icon';
import { useReviewTotal } from '../reviews/use-reviews';
import { colour, PHONE, size } from '../theme/tokens';
import { countText, shareText } from '../vocabulary/numbers';
import { useWarningCounts } from '../warnings/use-warnings';
import { countOf } from '../warnings/warning-tab';

const Grid = styled('section')({
  display: 'grid',
  flex: 'none',
  gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
  background: colour.surface,
  border: `1px solid ${colour.line}`,
  borderRadius: size.radius,
  '& a': {
    display: 'grid',
    gridTemplate: 'auto auto auto / 1fr auto',
    alignItems: 'end',
    padding: '11px 16px 10px',
    color: colour.ink,
    borderLeft: `1px solid ${colour.line}`,
    outlineOffset: -2,
    '&:first-of-type': { borderLeft: 0 },
    '&:hover': { background: colour.hover, textDecoration: 'none' },
  },
  '& .returned': { color: colour.returned },
  '& .warning': { color: colour.warning },
  '& .label': { gridColumn: '1 / -1', fontSize: 13, lineHeight: '18px', color: colour.ink2 },
  '& .big': { whiteSpace: 'nowrap', fontSize: 26, lineHeight: '36px', fontWeight: 600 },
  '& .big small': { fontSize: 13, fontWeight: 400, color: colour.ink3, marginLeft: 4 },
  '& .sub': { gridRow: 3, gridColumn: '1 / -1', fontSize: 12, lineHeight: '18px', color: colour.ink3 },
  '& .go': { gridRow: 2, gridColumn: 2, fontSize: 13, lineHeight: '30px', color: colour.primary, whiteSpace: 'nowrap' },
  [PHONE]: {
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    '& a:nth-of-type(odd)': { borderLeft: 0 },
    '& a:nth-of-type(n + 3)': { borderTop: `1px solid ${colour.line}` },
    '& a:nth-of-type(odd):last-of-type': { gridColumn: '1 / -1' },
    '& .label': { gridColumn: 1 },
    '& .big': { gridColumn: '1 / -1' },
    '& .go': { gridRow: 1, lineHeight: '18px' },
    '& .sub': { whiteSpace: 'normal' },
    '& a': { padding: '10px 12px', alignContent: 'start' },
  },
});

interface TilesProps {
  readonly total: StatisticsCells;
  readonly region: string;
}

/** What waits in the region and what is done, each opening the list that it counts. */
export function Tiles({ total, region }: TilesProps) {
  const mayEnter = hasDuty(useCurrentUser(), 'enter');
  const list = (filter: ListFilter) => placedFilter(filter, region, 'registry');
  return (
    <Grid aria-label={t('待办')}>
      <Tile
        label={t('未认定')}
        count={waitingCount(total)}
        note={t('另有已说明退出 {value} 户', { value: countText(total['departed']) })}
        verb={mayEnter ? t('开始录入') : t('打开名单')}
        list={mayEnter ? 'entry' : list(UNRECOGNISED)}
      />
      <Tile
        label={t('已认定')}
        count={total['recognised']}
        note={t('占 {value}%', { value: shareText(total['recognisedShare']) })}
        verb={t('打开名单')}
        list={list({ recognised: true })}
      />
      <Tile
        label={t('已说明退出')}
        count={total['departed']}
        note={t('统计中计入未认定')}
        verb={t('打开名单')}
        list={list(DEPARTED)}
      />
      <Tile
        label={t('待处理预警')}
        count={countOf(useWarningCounts().data, 'waiting')}
        unit={t('条')}
        note={t('改正后自动解除')}
        verb={t('打开预警')}
        list="warnings"
        tone="warning"
      />
      <ReviewTiles region={region} />
    </Grid>
  );
}

/** What waits for a reviewer, and what was returned: to the clerk who entered it, or past the township that had approved it. */
function ReviewTiles({ region }: { readonly region: string }) {
  const user = useCurrentUser();
  const waiting = useReviewTotal();
  const returned = useReviewTotal({ reviewState: 'returned' });
  const isReviewer = hasDuty(user, 'reviewTownship', 'reviewCounty');
  const isClerk = hasDuty(user, 'enter');
  return (
    <>
      {isReviewer && (
        <Tile
          label={t('待审核')}
          count={waiting?.count}
          note={t('您录入的记录不在其中')}
          verb={t('开始审核')}
          list="reviews"
        />
      )}
      {(isReviewer || isClerk) && (
        <Tile
          label={isReviewer ? t('已退回') : t('退回给我的')}
          count={returned?.count}
          note={isReviewer ? t('等待录入人修改') : t('原因写在对应栏目旁')}
          verb={t('打开名单')}
          list={isReviewer ? 'reviews?state=returned' : placedFilter({ reviewState: 'returned' }, region, 'all')}
          tone={isReviewer ? undefined : 'returned'}
        />
      )}
    </>
  );
}

interface TileProps {
  readonly label: string;
  readonly count: number | null | undefined;
  readonly note: string;
  readonly verb: string;
  /** The entry list, the warnings, a queue of the review, or the conditions of the query list. */
  readonly list: 'entry' | 'warnings' | 'reviews' | 'reviews?state=returned' | ListFilter;
  readonly unit?: string;
  /** The colour of a number that somebody must act on. */
  readonly tone?: 'returned' | 'warning';
}

function Tile({ label, count, note, verb, list, unit = t('户'), tone }: TileProps) {
  const content = (
    <>
      <span className="label">{label}</span>
      <span className="big">
        <span className={count ? tone : undefined}>{countText(count)}</span>
        <small>{unit}</small>
      </span>
      <span className="sub truncate">{note}</span>
      <span className="go">
        {verb}
        <Icon name="right" size={12} />
      </span>
    </>
  );
  return typeof list === 'string' ? (
    <Link to={`/${list}`}>{content}</Link>
  ) : (
    <ListLink filter={list}>{content}</ListLink>
  );
}
