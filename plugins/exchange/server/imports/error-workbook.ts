import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import type { Client } from 'pg';
import { HOUSEHOLD_COLUMNS, looksLikeHeader } from '../lists/household-columns';
import { HEADER_WITHIN_ROWS } from '../lists/household-list';
import type { Cell } from '../lists/list-row';
import { listRows } from '../lists/list-rows';
import { refusedRows } from '../queries/refused-rows';

const MOST_ROWS = 100_000;
const NOTE_WIDTH = 60;
const TEXT = '@';
const NOTE_TITLE = HOUSEHOLD_COLUMNS.errorNote.title;

/**
 * Writes every row of the refused households with what is wrong, under the list's own header. Corrected, it can be imported
 * again: its column 错误说明 says that it is a part of a list. A number cell stays a number, since its last digits are lost
 * and must be typed anew.
 */
export async function writeErrorWorkbook(client: Client, file: string, target: string): Promise<void> {
  const refused = await refusedRows(client, MOST_ROWS);
  const notes = new Map(refused.map(({ row, message }) => [row, message ?? '本户其他行有误，改好后一并导入']));
  const last = refused.at(-1)?.row ?? 0;
  const stream = createWriteStream(target, { mode: 0o600 });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet('待更正名单', { views: [{ state: 'frozen', ySplit: 1 }] });
  let header: readonly Cell[] | undefined;
  for await (const row of listRows(file)) {
    if (header) {
      const note = notes.get(row.number);
      if (note !== undefined) addRow(sheet, header, row.cells, note);
      if (row.number >= last) break;
    } else if (row.number > HEADER_WITHIN_ROWS || looksLikeHeader(row.cells)) {
      header = row.cells;
      addHeader(sheet, header);
    }
  }
  sheet.commit();
  await workbook.commit();
  await finished(stream);
}

/** The list's own columns; the notes of a workbook that comes back a second time are replaced. */
function ownCells(header: readonly Cell[], cells: readonly Cell[]): readonly Cell[] {
  return header.flatMap((title, index) => (title === NOTE_TITLE ? [] : [cells[index] ?? null]));
}

function addHeader(sheet: ExcelJS.Worksheet, header: readonly Cell[]): void {
  const titles = ownCells(header, header);
  titles.forEach((_title, index) => (sheet.getColumn(index + 1).width = 20));
  sheet.getColumn(titles.length + 1).width = NOTE_WIDTH;
  const row = sheet.addRow([...titles, NOTE_TITLE]);
  row.font = { bold: true };
  row.commit();
}

function addRow(sheet: ExcelJS.Worksheet, header: readonly Cell[], cells: readonly Cell[], note: string): void {
  const row = sheet.addRow([...ownCells(header, cells), note]);
  row.eachCell((cell) => {
    if (typeof cell.value === 'string') cell.numFmt = TEXT;
  });
  row.commit();
}
