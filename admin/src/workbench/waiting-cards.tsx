import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import { WARNING_KINDS } from '@anju/domain';
import type { ReviewRow, WarningCounts } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { ListLink } from '../households/list-link';
import { WARNING_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { useReviews } from '../reviews/use-reviews';
import { placedFilter } from '../statistics/placed-filter';
import { Icon } from '../theme/icon';
import { chart, colour, DESKTOP, PHONE } from '../theme/tokens';
import { countText, dateTimeText } from '../vocabulary/numbers';
import { useWarningCounts } from '../warnings/use-warnings';
import { countOf } from '../warnings/warning-tab';

const RETURNED_SHOWN = 3;

const Side = styled('aside')({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  [DESKTOP]: { minHeight: 0, overflow: 'hidden auto' },
  '& section': { flex: 'none' },
  '& ul': { margin: 0, padding: 0, listStyle: 'none' },
  '& .returned li': { padding: '8px 16px', borderTop: `1px solid ${colour.line}` },
  '& .returned li > span:first-of-type': { display: 'flex', alignItems: 'baseline', gap: 8 },
  '& .returned .when': { marginLeft: 'auto', flex: 'none' },
  '& .reason': { display: 'flex', alignItems: 'center', gap: 6, color: colour.returned, fontSize: 13 },
  '& .kinds': { padding: '6px 16px 10px' },
  '& .kinds a': {
    display: 'grid',
    gridTemplateColumns: '7em minmax(0, 1fr) 4em',
    alignItems: 'center',
    gap: 10,
    minHeight: 26,
    fontSize: 13,
    [PHONE]: { minHeight: 44 },
  },
  '& .kinds i': { display: 'block', height: 8, borderRadius: 3, background: chart.share },
  '& .kinds .num': { textAlign: 'right', color: colour.ink },
  '& .none': { padding: '10px 16px 12px', fontSize: 13, color: colour.ink3 },
});

/** Beside the progress: what was returned to the user, and which warnings wait, by kind. */
export function WaitingCards({ region }: { readonly region: string }) {
  const mayEnter = hasDuty(useCurrentUser(), 'enter');
  return (
    <Side>
      {mayEnter && <ReturnedCard region={region} />}
      <WarningsCard />
    </Side>
  );
}

function ReturnedCard({ region }: { readonly region: string }) {
  const { data } = useReviews({ reviewState: 'returned' });
  if (!data) return null;
  const shown = data.rows.slice(0, RETURNED_SHOWN);
  return (
    <Card>
      <header>
        <h2>{t('退回待改')}</h2>
        {shown.length > 0 && (
          <span className="muted small">{t('共 {count} 户', { count: countText(data.total?.count) })}</span>
        )}
        <span className="end small">
          <ListLink filter={placedFilter({ reviewState: 'returned' }, region, 'all')}>{t('全部')}</ListLink>
        </span>
      </header>
      {shown.length === 0 && <p className="none">{t('没有退回的记录。')}</p>}
      <ul className="returned">
        {shown.map((row) => (
          <ReturnedRow key={row.id} row={row} />
        ))}
      </ul>
    </Card>
  );
}

function ReturnedRow({ row }: { readonly row: ReviewRow }) {
  return (
    <li>
      <span>
        <Link to={`/entry/${row.id}`}>
          <b>{row.headName}</b>
        </Link>
        <span className="muted small truncate">{row.regionName}</span>
        <span className="muted small when">{dateTimeText(row.changedAt)}</span>
      </span>
      <span className="reason">
        <Icon name="returned" size={14} />
        <span className="truncate">{row.returnReasons[0]?.text ?? t('未写明原因')}</span>
      </span>
    </li>
  );
}

function WarningsCard() {
  const { data } = useWarningCounts();
  if (!data) return null;
  const kinds = WARNING_KINDS.map((kind) => ({ kind, count: countOf(data, 'waiting', kind) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return (
    <Card>
      <header>
        <h2>{t('待处理预警')}</h2>
        <Link className="end small" to="/warnings?order=oldest">
          {t('等待最久')}
        </Link>
        <Link className="small" to="/warnings">
          {t('预警分析')}
        </Link>
      </header>
      {kinds.length === 0 ? <p className="none">{noneText(data)}</p> : <KindBars kinds={kinds} />}
    </Card>
  );
}

function KindBars({
  kinds,
}: {
  readonly kinds: readonly { readonly kind: (typeof WARNING_KINDS)[number]; readonly count: number }[];
}) {
  const most = Math.max(...kinds.map(({ count }) => count));
  return (
    <ul className="kinds">
      {kinds.map(({ kind, count }) => (
        <li key={kind}>
          <Link to={`/warnings?kind=${kind}`}>
            {WARNING_KIND_LABELS[kind]}
            <i aria-hidden="true" style={{ width: `${(count / most) * 100}%` }} />
            <span className="num">{countText(count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function noneText(counts: WarningCounts): string {
  return counts.rules.some(({ sleeping }) => sleeping.length > 0)
    ? t('没有待处理的预警；部分规则等待名单导入后启用。')
    : t('没有待处理的预警。');
}
