import { openXlsx, type TableFile } from '@anju/kit';
import type { Client } from 'pg';
import { HOUSEHOLD_COLUMNS, looksLikeHeader } from '../lists/household-columns';
import { HEADER_WITHIN_ROWS } from '../lists/household-list';
import type { Cell } from '../lists/list-row';
import { listRows } from '../lists/list-rows';
import { refusedRows } from '../queries/refused-rows';

const MOST_ROWS = 100_000;
const NOTE_TITLE = HOUSEHOLD_COLUMNS.errorNote.title;
const COLUMN_WIDTH = 20;
const NOTE_WIDTH = 60;
const SAME_HOUSEHOLD = '本户其他行有误，改好后一并导入';

/**
 * Writes every row of the refused households with what is wrong, under the list's own header; of very many the first 100,000
 * rows. Corrected, it can be imported again: its column 错误说明 says that it is a part of a list. A number cell stays a number,
 * since its last digits are lost and must be typed anew.
 */
export async function writeErrorWorkbook(client: Client, file: string, target: string): Promise<void> {
  const refused = await refusedRows(client, MOST_ROWS);
  const notes = new Map(refused.map(({ row, message }) => [row, message ?? SAME_HOUSEHOLD]));
  const last = refused.at(-1)?.row ?? 0;
  let header: readonly Cell[] | undefined;
  let table: TableFile | undefined;
  for await (const { number, cells } of listRows(file)) {
    if (header && table) {
      const note = notes.get(number);
      if (note !== undefined) await table.add([...ownCells(header, cells), note]);
      if (number >= last) break;
    } else if (number > HEADER_WITHIN_ROWS || looksLikeHeader(cells)) {
      header = cells;
      table = await openXlsx(target, '待更正名单', columnsOf(header));
    }
  }
  await table?.close();
}

/** The list's own columns; the notes of a workbook that comes back a second time are replaced. */
function ownCells(header: readonly Cell[], cells: readonly Cell[]): readonly Cell[] {
  return header.flatMap((title, index) => (title === NOTE_TITLE ? [] : [cells[index] ?? null]));
}

function columnsOf(header: readonly Cell[]) {
  const titles = ownCells(header, header).map((title) => String(title ?? ''));
  return [...titles.map((title) => ({ title, width: COLUMN_WIDTH })), { title: NOTE_TITLE, width: NOTE_WIDTH }];
}
