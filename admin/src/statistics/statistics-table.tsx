import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import type { StatisticsRow, StatisticsTable } from '@anju/domain/contracts';
import { said } from '../language/said';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { columnGroups } from './column-groups';
import { comparedRows } from './compared-rows';
import { CompositionBar } from './composition-bar';
import { Count } from './count-cell';
import { statisticsAddress, useShownStatistics } from './question';
import { StatisticsHead } from './statistics-head';
import { LATELY_COLUMNS, type Lately, latelyText, numberOf, useLately } from './use-lately';

const Scroll = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  '& table': { borderCollapse: 'separate', borderSpacing: 0, width: '100%', fontSize: 13, lineHeight: '20px' },
  '& td': { padding: '0 8px', height: 30, borderBottom: `1px solid ${colour.line}`, whiteSpace: 'nowrap' },
  '& th[scope=row]': {
    textAlign: 'left',
    padding: '0 8px 0 16px',
    fontWeight: 400,
    background: colour.surface,
    borderBottom: `1px solid ${colour.line}`,
    whiteSpace: 'nowrap',
    position: 'sticky',
    left: 0,
    zIndex: 1,
  },
  '& .start': { borderLeft: `1px solid ${colour.line}` },
  '& td.num': { textAlign: 'right' },
  '& td.sum': { background: colour.sunken },
  '& td.composition': { padding: '0 16px 0 12px', minWidth: 180 },
  '& tbody tr:hover td, & tbody tr:hover th': { background: colour.hover },
  '& tr.total td, & tr.total th': {
    fontWeight: 600,
    background: colour.sunken,
    borderBottom: `1px solid ${colour.line2}`,
    height: 31,
  },
  '& tr.unplaced td, & tr.unplaced th': { borderTop: `1px dashed ${colour.line2}`, color: colour.ink2 },
  '@media print': {
    overflow: 'visible',
    '& table': { fontSize: 10, lineHeight: '14px' },
    '& td, & th[scope=row]': { height: 20, padding: '0 4px', color: '#000' },
    '& thead th': { position: 'static', fontSize: 10, padding: '2px 4px' },
    '& th[scope=row]': { position: 'static' },
    '& td.composition': { minWidth: 90, padding: '0 4px' },
    '& tr': { breakInside: 'avoid' },
    '& a': { color: 'inherit', textDecoration: 'none' },
  },
});

/** Total first, one row a region below, what is bound to no row last behind a dashed line. */
export function StatisticsGrid({ table }: { readonly table: StatisticsTable }) {
  const { sort } = useShownStatistics();
  const lately = useLately(table);
  const placed = comparedRows(
    table.rows.filter((row) => !row.unplaced),
    sort,
    numberOf(lately),
  );
  const unplaced = table.rows.filter((row) => row.unplaced);
  const total: StatisticsRow = { regionCode: table.region, regionName: table.regionName, cells: table.total };
  return (
    <Scroll tabIndex={0} role="region" aria-label={t('{label}表格', { label: table.label })}>
      <table>
        <caption className="visually-hidden">
          {table.regionName} {table.label}
        </caption>
        <StatisticsHead table={table} lately={lately} />
        <tbody>
          <Row table={table} row={total} lately={lately} className="total" name={t('合计')} />
          {placed.map((row) => (
            <Row
              key={row.regionCode}
              table={table}
              row={row}
              lately={lately}
              name={<RegionName table={table} row={row} />}
            />
          ))}
          {unplaced.map((row) => (
            <Row
              key="unplaced"
              table={table}
              row={row}
              lately={lately}
              className="unplaced"
              name={<span title={t('只登记到本级、没有落实到下级区划的户')}>{t('未落实到下级')}</span>}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function RegionName({ table, row }: { readonly table: StatisticsTable; readonly row: StatisticsRow }) {
  const shown = useShownStatistics();
  if (row.regionCode.length >= 12) return <>{row.regionName}</>;
  return (
    <Link to={statisticsAddress({ ...shown, table: table.table, region: row.regionCode, scope: table.scope })}>
      {row.regionName}
    </Link>
  );
}

interface RowProps {
  readonly table: StatisticsTable;
  readonly row: StatisticsRow;
  readonly lately: Lately | undefined;
  readonly name: React.ReactNode;
  readonly className?: string;
}

function Row({ table, row, lately, name, className }: RowProps) {
  return (
    <tr className={className}>
      <th scope="row">{name}</th>
      {columnGroups(table.columns).flatMap((group) =>
        group.columns.map((column, index) => (
          <td key={column.key} className={cellClass(index === 0, column.label === said('小计'))}>
            <Count
              table={table.table}
              value={row.cells[column.key]}
              column={column}
              region={row.regionCode}
              regionName={row.regionName}
              scope={table.scope}
              unplaced={row.unplaced}
              isKept={table.day !== null}
            />
          </td>
        )),
      )}
      {lately &&
        LATELY_COLUMNS.map(({ key }) => (
          <td key={key} className="num start">
            {latelyText(lately.of(row), key)}
          </td>
        ))}
      <td className="composition start">
        <CompositionBar table={table.table} cells={row.cells} />
      </td>
    </tr>
  );
}

function cellClass(isFirst: boolean, isSum: boolean): string {
  return ['num', isFirst ? 'start' : '', isSum ? 'sum' : ''].join(' ').trim();
}
