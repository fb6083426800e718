import { columnMeanings, householdColumns, looksLikeHeader } from './household-columns';
import { ListRefused } from './list-refused';
import type { ListRow } from './list-row';
import { listRows } from './list-rows';
import type { ListWatch } from './list-watch';
import { type ParsedRow, parsePersonRow } from './person-row';
import type { RegionDirectory } from './region-directory';

/** Titles and notes may stand above the header. */
export const HEADER_WITHIN_ROWS = 5;

/**
 * Reads a household list (one row a person, CSV or XLSX) as a stream: rows are never all in memory. A workbook's shared
 * strings are, so memory grows with the number of different texts in an XLSX file.
 * Throws ListRefused when the file is not a list or its header lacks a column.
 */
export async function* readHouseholdList(
  path: string,
  regions: RegionDirectory,
  watch: ListWatch = {},
): AsyncGenerator<ParsedRow, void> {
  const rows = listRows(path, watch);
  const header = await findHeader(rows);
  const places = householdColumns(header.cells);
  watch.columnsFound?.(columnMeanings(header.cells));
  const width = header.cells.length;
  for await (const row of rows) {
    yield row.cells.slice(width).some((cell) => cell !== null && cell !== '')
      ? tooManyCells(row)
      : parsePersonRow(row, places, regions);
  }
}

async function findHeader(rows: AsyncGenerator<ListRow, void>): Promise<ListRow> {
  let first: ListRow | undefined;
  while (true) {
    const { value: row, done } = await rows.next();
    if (done || !row || row.number > HEADER_WITHIN_ROWS) break;
    first ??= row;
    if (looksLikeHeader(row.cells)) return row;
  }
  if (!first) throw new ListRefused('文件中没有任何内容，请选择名单文件', { file: '文件中没有任何内容' });
  householdColumns(first.cells);
  return first;
}

function tooManyCells(row: ListRow): ParsedRow {
  const error = { row: row.number, field: '整行', message: '列数多于表头，请检查这一行的分隔符' };
  return {
    taken: false,
    refused: { row: row.number, householdNumber: null, personNumber: null, errors: [error] },
  };
}
