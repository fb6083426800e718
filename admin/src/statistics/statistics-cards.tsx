import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import type { StatisticsRow, StatisticsTable } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { CompositionBar } from './composition-bar';
import { Count } from './count-cell';
import { partLabel } from './part-label';
import { comparedRows } from './compared-rows';
import { statisticsAddress, useShownStatistics } from './question';
import { wholeKey } from './shares';
import { LATELY_COLUMNS, latelyText, numberOf, useLately } from './use-lately';

const List = styled('ul')({
  '& > li': { padding: '10px 12px', borderBottom: `1px solid ${colour.line}` },
  '& .head': { display: 'flex', alignItems: 'center', minHeight: 32, gap: 8, fontSize: 15 },
  '& .head .n': { marginLeft: 'auto', fontSize: 13, color: colour.ink2 },
  '& summary': {
    minHeight: 44,
    display: 'flex',
    alignItems: 'center',
    gap: 4,
    color: colour.primary,
    fontSize: 13,
    cursor: 'pointer',
    '&::-webkit-details-marker': { display: 'none' },
  },
  '& details[open] > summary svg': { transform: 'rotate(180deg)' },
  '& dl': { display: 'grid', gridTemplateColumns: '1fr auto', gap: '6px 12px', fontSize: 13 },
  '& dt': { color: colour.ink2 },
  '& dd': { textAlign: 'right' },
  '& .unplaced': { borderTop: `1px dashed ${colour.line2}` },
});

/** On a phone each region is a card: name, count, composition, and all columns on demand. */
export function StatisticsCards({ table }: { readonly table: StatisticsTable }) {
  const { sort } = useShownStatistics();
  const lately = useLately(table);
  const placed = table.rows.filter((row) => !row.unplaced);
  const rows = [...comparedRows(placed, sort, numberOf(lately)), ...table.rows.filter((row) => row.unplaced)];
  return (
    <List>
      {rows.map((row) => (
        <li key={row.unplaced ? 'unplaced' : row.regionCode} className={row.unplaced ? 'unplaced' : undefined}>
          <div className="head">
            <RowName table={table} row={row} />
            <span className="n">
              <RowCount table={table} row={row} column={{ key: wholeKey(table.table), unit: 'households' }} /> {t('户')}
            </span>
          </div>
          <CompositionBar table={table.table} cells={row.cells} />
          <details>
            <summary>
              {t('各项户数')}
              <Icon name="down" size={12} />
            </summary>
            <dl>
              {table.columns.map((column) => (
                <Fact key={column.key} name={columnName(table, column)}>
                  <RowCount table={table} row={row} column={column} />
                  {column.unit === 'percent' && '%'}
                </Fact>
              ))}
              {lately &&
                LATELY_COLUMNS.map(({ key, label }) => (
                  <Fact key={key} name={label}>
                    {latelyText(lately.of(row), key)}
                  </Fact>
                ))}
            </dl>
          </details>
        </li>
      ))}
    </List>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function columnName(table: StatisticsTable, column: StatisticsTable['columns'][number]): string {
  if (column.unit === 'percent') return t('{group}{label}', { group: column.group, label: column.label });
  return partLabel(table, column.key);
}

interface RowPartProps {
  readonly table: StatisticsTable;
  readonly row: StatisticsRow;
}

function RowCount({ table, row, column }: RowPartProps & Pick<Parameters<typeof Count>[0], 'column'>) {
  return (
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
  );
}

function RowName({ table, row }: RowPartProps) {
  const shown = useShownStatistics();
  if (row.unplaced) return <span>{t('未落实到下级')}</span>;
  if (row.regionCode.length >= 12) return <span>{row.regionName}</span>;
  return (
    <Link to={statisticsAddress({ ...shown, table: table.table, region: row.regionCode, scope: table.scope })}>
      {row.regionName} <Icon name="right" size={12} />
    </Link>
  );
}
