import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import type { StatisticsRow, StatisticsTable } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { Count } from '../statistics/count-cell';
import { useProgress } from '../statistics/use-statistics';
import { statisticsAddress } from '../statistics/question';
import { colour, DESKTOP, PHONE } from '../theme/tokens';
import { useIsPhone } from '../theme/use-is-phone';
import { countText, shareText, signedText } from '../vocabulary/numbers';
import { ProgressBar } from './progress-bar';
import { ProgressTable } from './progress-table';

const Panel = styled(Card)({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  [DESKTOP]: { overflow: 'hidden', minHeight: 240 },
  '& .sum': {
    display: 'flex',
    flex: 'none',
    alignItems: 'flex-end',
    gap: 20,
    padding: '10px 16px 12px',
    borderBottom: `1px solid ${colour.line}`,
  },
  '& .sum b': { display: 'block', height: 24, fontSize: 18, lineHeight: '24px', whiteSpace: 'nowrap' },
  '& .sum .small': { display: 'block' },
  '& .sum b small': { lineHeight: 1, fontSize: 13, fontWeight: 400, color: colour.ink3 },
  '& .sum .bar': { flex: 1, maxWidth: 480, paddingBottom: 7 },
  '& .parts li': {
    display: 'grid',
    gridTemplateColumns: '5.5em minmax(0, 1fr) 5em',
    alignItems: 'center',
    gap: 12,
    minHeight: 44,
    padding: '0 12px',
  },
  [PHONE]: { '& .sum': { padding: '10px 12px' } },
});

/** How much of the region is recognised, and of each of its parts, the slowest first. */
export function ProgressCard({ table }: { readonly table: StatisticsTable }) {
  const isPhone = useIsPhone();
  const rows = slowestFirst(table.rows);
  const { total } = table;
  const progress = useProgress(table.region).data;
  return (
    <Panel>
      <header>
        <h2>{t('录入进度')}</h2>
        <span className="muted small desktop-only">
          {t('{regionName}，按录入率由低到高', { regionName: table.regionName })}
        </span>
        <Link className="end small" to={statisticsAddress({ table: 'T2', region: table.region, scope: 'registry' })}>
          {t('全部 {count} 个下级', { count: rows.length })}
        </Link>
      </header>
      <div className="sum">
        <div>
          <span className="muted small">{t('已录入')}</span>
          <b>
            {countText(total['recognised'])}
            <small> {t('/ {value} 户', { value: countText(total['N']) })}</small>
          </b>
        </div>
        <div className="bar">
          <ProgressBar share={total['recognisedShare']} large />
        </div>
        <div>
          <span className="muted small">{t('占比')}</span>
          <b>{shareText(total['recognisedShare'])}%</b>
        </div>
        {typeof progress?.total.recent === 'number' && (
          <div>
            <span className="muted small">{t('近 7 日新增')}</span>
            <b>
              {signedText(progress.total.recent)}
              <small> {t('户')}</small>
            </b>
          </div>
        )}
      </div>
      {isPhone ? <Parts rows={rows} /> : <ProgressTable rows={rows} progress={progress} />}
    </Panel>
  );
}

function Parts({ rows }: { readonly rows: readonly StatisticsRow[] }) {
  return (
    <ul className="parts">
      {rows.map((row) => (
        <li key={row.unplaced ? 'unplaced' : row.regionCode}>
          <span>{row.unplaced ? t('未落实到下级') : row.regionName}</span>
          <ProgressBar share={row.cells['recognisedShare']} />
          <span className="num">
            {t('余')}{' '}
            <Count
              table="T2"
              value={row.cells['unrecognised']}
              column={{ key: 'unrecognised', unit: 'households' }}
              region={row.regionCode}
              regionName={row.regionName}
              scope="registry"
              unplaced={row.unplaced}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

function slowestFirst(rows: readonly StatisticsRow[]): readonly StatisticsRow[] {
  const place = (row: StatisticsRow) => (row.unplaced ? 102 : (row.cells['recognisedShare'] ?? 101));
  return [...rows].sort((a, b) => place(a) - place(b));
}
