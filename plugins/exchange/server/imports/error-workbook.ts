import { IMPORT_KIND_LABELS } from '@anju/domain';
import { openXlsx } from '@anju/kit';
import type { Client } from 'pg';
import { ERROR_NOTE, type HeaderReader } from '../lists/list-header';
import type { Cell } from '../lists/list-row';
import { openList } from '../lists/read-list';
import type { ListCounts } from '../queries/staged-list-counts';
import type { ListKind } from './list-kind';

const MOST_ROWS = 100_000;
const COLUMN_WIDTH = 20;
const NOTE_WIDTH = 60;
const SAME_HOUSEHOLD = '本户其他行有误，改好后一并导入';

/**
 * Writes every refused row with what is wrong, under the list's own header; of very many the first 100,000. Corrected, it can be
 * imported again: its column 错误说明 says that it is a part of a list. A number cell stays a number, since its last digits are lost
 * and must be typed anew.
 */
export async function writeErrorWorkbook<Counts extends ListCounts>(
  kind: ListKind<Counts>,
  { client, file, header: known }: { readonly client: Client; readonly file: string; readonly header: HeaderReader },
  target: string,
): Promise<void> {
  const refused = await kind.refusedRows(client, MOST_ROWS);
  const notes = new Map(refused.map(({ row, message }) => [row, message ?? SAME_HOUSEHOLD]));
  const last = refused.at(-1)?.row ?? 0;
  const { header, rows } = await openList(file, known);
  const table = await openXlsx(target, `待更正-${IMPORT_KIND_LABELS[kind.kind]}`, columnsOf(header));
  for await (const { row } of rows) {
    const note = notes.get(row.number);
    if (note !== undefined) await table.add([...ownCells(header, row.cells), note]);
    if (row.number >= last) break;
  }
  await table.close();
}

/** The list's own columns; the notes of a workbook that comes back a second time are replaced. */
function ownCells(header: readonly Cell[], cells: readonly Cell[]): readonly Cell[] {
  return header.flatMap((title, index) => (title === ERROR_NOTE ? [] : [cells[index] ?? null]));
}

function columnsOf(header: readonly Cell[]) {
  const titles = ownCells(header, header).map((title) => String(title ?? ''));
  return [...titles.map((title) => ({ title, width: COLUMN_WIDTH })), { title: ERROR_NOTE, width: NOTE_WIDTH }];
}
