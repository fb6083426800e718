import type { HeaderReader } from './list-header';
import { ListRefused } from './list-refused';
import type { Cell, ListRow } from './list-row';
import { listRows } from './list-rows';
import type { ListWatch } from './list-watch';

/** Titles and notes may stand above the header. */
export const HEADER_WITHIN_ROWS = 5;

/** A row of a list under its header; `tooLong`: it has cells beyond the header's last. */
export interface HeadedRow {
  readonly row: ListRow;
  readonly tooLong: boolean;
}

/** A list that is being read: its header, and its rows as they come. */
export interface OpenList {
  readonly header: readonly Cell[];
  readonly rows: AsyncGenerator<HeadedRow, void>;
}

/**
 * Opens a list (CSV or XLSX) as a stream: rows are never all in memory. A workbook's shared strings are, so memory grows with the
 * number of different texts in an XLSX file. Throws ListRefused when the file is no list.
 */
export async function openList(path: string, header: HeaderReader, watch: ListWatch = {}): Promise<OpenList> {
  const rows = listRows(path, watch);
  const found = await findHeader(rows, header);
  watch.headerFound?.(found.cells);
  return { header: found.cells, rows: below(rows, found.cells.length) };
}

async function* below(rows: AsyncGenerator<ListRow, void>, width: number): AsyncGenerator<HeadedRow, void> {
  for await (const row of rows) {
    yield { row, tooLong: row.cells.slice(width).some((cell) => cell !== null && cell !== '') };
  }
}

/** The first rows' one that looks like the header, else the fullest of them, whose columns somebody must name. */
async function findHeader(rows: AsyncGenerator<ListRow, void>, header: HeaderReader): Promise<ListRow> {
  let fullest: ListRow | undefined;
  while (true) {
    const { value: row, done } = await rows.next();
    if (done || !row || row.number > HEADER_WITHIN_ROWS) break;
    if (header.looksLike(row.cells)) return row;
    if (!fullest || titlesOf(row) > titlesOf(fullest)) fullest = row;
  }
  if (!fullest) throw new ListRefused('文件中没有任何内容，请选择名单文件', { file: '文件中没有任何内容' });
  return fullest;
}

function titlesOf({ cells }: ListRow): number {
  return cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length;
}
