import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import type { RegionProgress, StatisticsRow } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Count } from '../statistics/count-cell';
import { statisticsAddress } from '../statistics/question';
import { colour } from '../theme/tokens';
import { signedText } from '../vocabulary/numbers';
import { ProgressBar } from './progress-bar';

const Scroll = styled('div')({
  overflow: 'auto',
  minHeight: 0,
  '& table': { width: '100%', borderCollapse: 'separate', borderSpacing: 0, fontSize: 13 },
  '& th': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: '7px 10px',
    fontSize: 12,
    lineHeight: '18px',
    textAlign: 'left',
    color: colour.ink2,
    background: colour.sunken,
    borderBottom: `1px solid ${colour.line2}`,
    whiteSpace: 'nowrap',
  },
  '& th.num': { textAlign: 'right' },
  '& td': { height: 35, padding: '0 10px', borderBottom: `1px solid ${colour.line}`, whiteSpace: 'nowrap' },
  '& th:first-of-type, & td:first-of-type': { paddingLeft: 16 },
  '& th:last-of-type, & td:last-of-type': { paddingRight: 16 },
  '& td.num': { textAlign: 'right' },
  '& td.bar': { width: '24%', minWidth: 110, paddingLeft: 0 },
  '& td.idle': { color: colour.warning, fontWeight: 600 },
  '& tbody tr:hover td': { background: colour.hover },
  '& tr.unplaced td': { borderTop: `1px dashed ${colour.line2}`, color: colour.ink2 },
});

const COUNTS = [
  { key: 'N', unit: 'households' },
  { key: 'recognised', unit: 'households' },
  { key: 'recognisedShare', unit: 'percent' },
] as const;
const LEFT = { key: 'unrecognised', unit: 'households' } as const;

/** From so many days without a newly recognised household on, a region stands still. */
const IDLE_FROM_DAYS = 3;

interface ProgressTableProps {
  readonly rows: readonly StatisticsRow[];
  /** How it went on lately; undefined while it is read. */
  readonly progress: RegionProgress | undefined;
}

/** One row a part of the region; each count opens the list that it counts. */
export function ProgressTable({ rows, progress }: ProgressTableProps) {
  return (
    <Scroll tabIndex={0} role="region" aria-label={t('录入进度表格')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('地区')}</th>
            <th scope="col" className="num">
              {t('建档立卡户')}
            </th>
            <th scope="col" className="num">
              {t('已录入')}
            </th>
            <th scope="col" className="num">
              {t('占比 %')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('进度')}</span>
            </th>
            <th scope="col" className="num">
              {t('未录入')}
            </th>
            <th scope="col" className="num" title={since(progress)}>
              {t('近 7 日新增')}
            </th>
            <th scope="col" className="num" title={since(progress)}>
              {t('停滞天数')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ProgressRow key={row.unplaced ? 'unplaced' : row.regionCode} row={row} progress={progress} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function since(progress: RegionProgress | undefined): string | undefined {
  return progress?.since ? t('按每日统计留存计算，自 {since} 起留存', { since: progress.since }) : undefined;
}

function ProgressRow({ row, progress }: { readonly row: StatisticsRow } & Pick<ProgressTableProps, 'progress'>) {
  const lately = row.unplaced ? undefined : progress?.rows.find(({ regionCode }) => regionCode === row.regionCode);
  const idle = lately?.idleDays ?? 0;
  const place = {
    region: row.regionCode,
    regionName: row.regionName,
    scope: 'registry',
    unplaced: row.unplaced === true,
  } as const;
  return (
    <tr className={row.unplaced ? 'unplaced' : undefined}>
      <td>
        {row.unplaced || row.regionCode.length >= 12 ? (
          (row.unplaced && t('未落实到下级')) || row.regionName
        ) : (
          <Link to={statisticsAddress({ table: 'T2', region: row.regionCode, scope: 'registry' })}>
            {row.regionName}
          </Link>
        )}
      </td>
      {COUNTS.map((column) => (
        <td key={column.key} className="num">
          <Count table="T2" value={row.cells[column.key]} column={column} {...place} />
        </td>
      ))}
      <td className="bar">
        <ProgressBar share={row.cells['recognisedShare']} />
      </td>
      <td className="num">
        <Count table="T2" value={row.cells['unrecognised']} column={LEFT} {...place} />
      </td>
      <td className="num">{signedText(lately?.recent)}</td>
      <td className={idle >= IDLE_FROM_DAYS ? 'num idle' : 'num'}>{idle === 0 ? '–' : t('{idle} 天', { idle })}</td>
    </tr>
  );
}
