import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import type { StatisticsRow, StatisticsTable } from '@anju/domain/contracts';
import { colour } from '../theme/tokens';
import { columnGroups } from './column-groups';
import { CompositionBar } from './composition-bar';
import { Count } from './count-cell';
import { statisticsAddress } from './question';
import { StatisticsHead } from './statistics-head';

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
  '@media print': { overflow: 'visible' },
});

/** Total first, one row a region below, what is bound to no row last behind a dashed line. */
export function StatisticsGrid({ table }: { readonly table: StatisticsTable }) {
  const placed = table.rows.filter((row) => !row.unplaced);
  const unplaced = table.rows.filter((row) => row.unplaced);
  const total: StatisticsRow = { regionCode: table.region, regionName: table.regionName, cells: table.total };
  return (
    <Scroll tabIndex={0} role="region" aria-label={`${table.label}表格`}>
      <table>
        <caption className="visually-hidden">
          {table.regionName} {table.label}
        </caption>
        <StatisticsHead table={table} />
        <tbody>
          <Row table={table} row={total} className="total" name="合计" />
          {placed.map((row) => (
            <Row key={row.regionCode} table={table} row={row} name={<RegionName table={table} row={row} />} />
          ))}
          {unplaced.map((row) => (
            <Row
              key="unplaced"
              table={table}
              row={row}
              className="unplaced"
              name={<span title="只登记到本级、没有落实到下级区划的户">未落实到下级</span>}
            />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function RegionName({ table, row }: { readonly table: StatisticsTable; readonly row: StatisticsRow }) {
  if (row.regionCode.length >= 12) return <>{row.regionName}</>;
  return (
    <Link to={statisticsAddress({ table: table.table, region: row.regionCode, scope: table.scope })}>
      {row.regionName}
    </Link>
  );
}

interface RowProps {
  readonly table: StatisticsTable;
  readonly row: StatisticsRow;
  readonly name: React.ReactNode;
  readonly className?: string;
}

function Row({ table, row, name, className }: RowProps) {
  return (
    <tr className={className}>
      <th scope="row">{name}</th>
      {columnGroups(table.columns).flatMap((group) =>
        group.columns.map((column, index) => (
          <td key={column.key} className={cellClass(index === 0, column.label === '小计')}>
            <Count
              table={table.table}
              value={row.cells[column.key]}
              column={column}
              region={row.regionCode}
              regionName={row.regionName}
              scope={table.scope}
              unplaced={row.unplaced}
            />
          </td>
        )),
      )}
      <td className="composition start">
        <CompositionBar table={table.table} cells={row.cells} />
      </td>
    </tr>
  );
}

function cellClass(isFirst: boolean, isSum: boolean): string {
  return ['num', isFirst ? 'start' : '', isSum ? 'sum' : ''].join(' ').trim();
}
