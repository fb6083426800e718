import { Writable } from 'node:stream';
import type { TableCell } from './table-file';
import { WorkbookWriter } from './workbook-writer';
import type { XlsxColumn } from './xlsx-file';

/** A writable that keeps what is written to it. */
export function collectBytes(): { readonly target: Writable; readonly bytes: () => Buffer } {
  const parts: Buffer[] = [];
  const target = new Writable({
    write: (part: Buffer, _encoding, done) => {
      parts.push(part);
      done();
    },
  });
  return { target, bytes: () => Buffer.concat(parts) };
}

/** A small table as a workbook of one sheet, in memory: some thousand rows at most. Its texts are text cells. */
export async function workbookBytes(
  sheetName: string,
  columns: readonly XlsxColumn[],
  rows: readonly (readonly TableCell[])[],
): Promise<Buffer> {
  const { target, bytes } = collectBytes();
  const workbook = new WorkbookWriter(target);
  workbook.beginSheet(sheetName, { widths: columns.map(({ width }) => width), frozenRows: 1, frozenColumns: 0 });
  await workbook.addPlain(
    columns.map(({ title }) => title),
    'title',
  );
  for (const row of rows) await workbook.addPlain(row, 'text');
  await workbook.endSheet();
  await workbook.close();
  return bytes();
}
