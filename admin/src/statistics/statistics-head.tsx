import { styled } from '@mui/material/styles';
import type { StatisticsColumn, StatisticsTable } from '@anju/domain/contracts';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { columnGroups } from './column-groups';
import { Swatch } from './composition-bar';
import { useShownStatistics } from './question';
import { partsOf } from './shares';
import { SortButton, sortOrder } from './sort-button';
import { LATELY_COLUMNS, type Lately } from './use-lately';

const Head = styled('thead')({
  '& th': {
    fontSize: 12,
    lineHeight: '16px',
    fontWeight: 600,
    padding: '4px 8px',
    color: colour.ink2,
    background: colour.sunken,
    textAlign: 'right',
    verticalAlign: 'bottom',
    borderBottom: `1px solid ${colour.line2}`,
  },
  '& tr:first-of-type th': { position: 'sticky', top: 0, zIndex: 2 },
  '& tr:nth-of-type(2) th': { position: 'sticky', top: 25, zIndex: 2 },
  '& th.group': { textAlign: 'center', borderBottom: `1px solid ${colour.line}`, height: 16 },
  '& th.region': { textAlign: 'left', paddingLeft: 16, left: 0, zIndex: 3 },
  '& th.axis': { textAlign: 'left', paddingLeft: 12 },
  '& th span': { display: 'inline-block', maxWidth: 96 },
  '& .ticks': {
    display: 'flex',
    justifyContent: 'space-between',
    maxWidth: 'none',
    fontSize: 11,
    fontWeight: 400,
    color: colour.ink3,
    paddingRight: 8,
  },
});

/** The heads of the columns, grouped, with the swatches of the composition as their legend. */
export function StatisticsHead({
  table,
  lately,
}: {
  readonly table: StatisticsTable;
  readonly lately: Lately | undefined;
}) {
  const { sort } = useShownStatistics();
  const groups = columnGroups(table.columns);
  return (
    <Head>
      <tr>
        <th rowSpan={2} className="region" scope="col">
          {t('地区')}
        </th>
        {groups.map(({ label, columns }) =>
          label === undefined ? (
            columns.map((column) => (
              <th key={column.key} rowSpan={2} className="start" scope="col" aria-sort={sortOrder(sort, column.key)}>
                <ColumnName column={column} table={table} />
              </th>
            ))
          ) : (
            <th key={label} colSpan={columns.length} className="group start" scope="colgroup">
              {label}
            </th>
          ),
        )}
        {lately &&
          LATELY_COLUMNS.map(({ key, label }) => (
            <th
              key={key}
              rowSpan={2}
              className="start"
              scope="col"
              aria-sort={sortOrder(sort, key)}
              title={since(lately)}
            >
              <SortButton column={key}>{label}</SortButton>
            </th>
          ))}
        <th rowSpan={2} className="axis start" scope="col">
          {t('构成 %')}
          <span className="ticks" aria-hidden="true">
            <i>0</i>
            <i>50</i>
            <i>100</i>
          </span>
        </th>
      </tr>
      <tr>
        {groups
          .filter(({ label }) => label !== undefined)
          .flatMap(({ columns }) =>
            columns.map((column, index) => (
              <th
                key={column.key}
                className={index === 0 ? 'start' : undefined}
                scope="col"
                aria-sort={sortOrder(sort, column.key)}
              >
                <ColumnName column={column} table={table} />
              </th>
            )),
          )}
      </tr>
    </Head>
  );
}

function since({ since: first }: Lately): string | undefined {
  return first ? t('按每日统计留存计算，自 {first} 起留存', { first }) : undefined;
}

function ColumnName({ column, table }: { readonly column: StatisticsColumn; readonly table: StatisticsTable }) {
  const part = partsOf(table.table).find(({ key }) => key === column.key);
  return (
    <span>
      <SortButton column={column.key}>
        {part && <Swatch part={part} />}
        {column.label}
        {column.unit === 'percent' && ' %'}
      </SortButton>
    </span>
  );
}
