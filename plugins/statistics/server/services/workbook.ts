import { DEPARTED_METRIC, STATISTICS_SCOPE_LABELS, statisticsNote } from '@anju/domain';
import type { StatisticsCells, StatisticsColumn, StatisticsRow, StatisticsTable } from '@anju/domain/contracts';
import { type CellStyle, collectBytes, type StyledCell, WorkbookWriter } from '@anju/kit';
import type { Writable } from 'node:stream';

/** Title, note, and two rows of heads; then the region's name and code. */
const FROZEN = { rows: 4, columns: 2 } as const;
const NAME_WIDTH = 26;
const CODE_WIDTH = 15;
const NARROWEST = 11;
const HEADING_HEIGHT = 26;
const NOTE_LINE_HEIGHT = 16;

const CHINA_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

type Line = readonly (StyledCell | undefined)[];

/** The workbook of tables as bytes: some hundred rows a sheet at most. */
export async function workbookOf(tables: readonly StatisticsTable[]): Promise<Buffer> {
  const { target, bytes } = collectBytes();
  await writeTables(target, tables);
  return bytes();
}

/** Writes tables as the sheets of one workbook: title with region, note with time, merged heads, total, rows, what the numbers mean. */
async function writeTables(target: Writable, tables: readonly StatisticsTable[]): Promise<void> {
  const workbook = new WorkbookWriter(target);
  for (const table of tables) {
    const widths = [NAME_WIDTH, CODE_WIDTH, ...table.columns.map(widthOf)];
    workbook.beginSheet(`${table.table} ${table.label}`, {
      widths,
      frozenRows: FROZEN.rows,
      frozenColumns: FROZEN.columns,
    });
    const width = widths.reduce((sum, one) => sum + one, 0);
    for (const line of linesOf(table)) await workbook.addStyled(line, heightOf(line, width));
    await workbook.endSheet();
  }
  await workbook.close();
}

function linesOf(table: StatisticsTable): readonly Line[] {
  const across = table.columns.length + FROZEN.columns;
  const whole = (value: string, style: CellStyle): Line => [{ value, style, across }];
  const total = [
    styled('合计', 'totalLabel'),
    styled(table.region, 'totalLabel'),
    ...cellsOf(table, table.total, true),
  ];
  return [
    whole(`${table.regionName}${table.label}`, 'heading'),
    whole(`统计范围：${STATISTICS_SCOPE_LABELS[table.scope]}　统计时间：${timeOf(table)}（北京时间）`, 'note'),
    ...headLines(table.columns),
    total,
    ...table.rows.map(
      (row): Line => [
        styled(row.regionName, 'label'),
        styled(row.regionCode, 'label'),
        ...cellsOf(table, row.cells, isSubtotal(row, table)),
      ],
    ),
    whole(`口径　${statisticsNote(table.table, table.scope)}${departedWords(table)}`, 'note'),
  ];
}

/** A line that spreads over the whole table does not grow by itself; a Chinese character is two of a column's. */
function heightOf([first]: Line, width: number): number | undefined {
  if (first?.style === 'heading') return HEADING_HEIGHT;
  if (first?.style !== 'note' || typeof first.value !== 'string') return undefined;
  return Math.ceil((first.value.length * 2) / width) * NOTE_LINE_HEIGHT;
}

/** The heading of a group spreads over its columns, that of a column without a group downwards. */
function headLines(columns: readonly StatisticsColumn[]): readonly Line[] {
  const above = columns.map(({ group, label }, index): StyledCell | undefined => {
    if (group === null) return { value: label, style: 'columnHead', down: 2 };
    if (columns[index - 1]?.group === group) return styled(null, 'columnHead');
    return { value: group, style: 'columnHead', across: groupWidth(columns, index) };
  });
  const below = columns.map(({ group, label }) => styled(group === null ? null : label, 'columnHead'));
  const places = ['行政区划', '行政区划代码'];
  return [
    [...places.map((value): StyledCell => ({ value, style: 'columnHead', down: 2 })), ...above],
    [...places.map(() => styled(null, 'columnHead')), ...below],
  ];
}

function groupWidth(columns: readonly StatisticsColumn[], start: number): number {
  const rest = columns.slice(start);
  const end = rest.findIndex(({ group }) => group !== rest[0]?.group);
  return end < 0 ? rest.length : end;
}

function cellsOf(table: StatisticsTable, cells: StatisticsCells, isTotal: boolean): StyledCell[] {
  return table.columns.map(({ key, unit }) => styled(cells[key] ?? null, STYLES[unit][isTotal ? 'total' : 'row']));
}

const STYLES: Readonly<Record<StatisticsColumn['unit'], Readonly<Record<'row' | 'total', CellStyle>>>> = {
  households: { row: 'count', total: 'totalCount' },
  percent: { row: 'percent', total: 'totalPercent' },
  yuan: { row: 'amount', total: 'totalAmount' },
};

/** A city above its counties: another row of the table lies within it. */
function isSubtotal({ regionCode, unplaced }: StatisticsRow, { rows }: StatisticsTable): boolean {
  if (unplaced) return false;
  return rows.some((other) => other.regionCode.length > regionCode.length && other.regionCode.startsWith(regionCode));
}

function departedWords({ total, table }: StatisticsTable): string {
  const departed = total[DEPARTED_METRIC];
  if (departed === undefined || departed === null) return '';
  return `${table === 'T1' ? '未认定' : '未录入'}中已说明退出 ${departed} 户。`;
}

function timeOf({ asOf, day }: StatisticsTable): string {
  return day === null ? CHINA_TIME.format(new Date(asOf)) : `${day} 日终`;
}

function styled(value: string | number | null, style: CellStyle): StyledCell {
  return { value, style };
}

function widthOf({ label, unit }: StatisticsColumn): number {
  return Math.max(NARROWEST, label.length * 2 + 2, unit === 'yuan' ? 18 : 0);
}
