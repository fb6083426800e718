import { createReadStream } from 'node:fs';
import ExcelJS from 'exceljs';
import { ListRefused } from './list-refused';
import type { Cell, ListRow } from './list-row';
import type { ListWatch } from './list-watch';
import { checkWorkbook } from './workbook-check';

/** A sheet of the streaming reader; its types leave out the name that it carries. */
interface NamedSheet {
  readonly name?: string;
}

/** The rows of a workbook's first visible sheet, streamed. */
export async function* xlsxRows(path: string, watch: ListWatch = {}): AsyncGenerator<ListRow, void> {
  const { sheets, mergedCells } = await checkWorkbook(path);
  const [first = '', ...otherSheets] = sheets;
  watch.workbookFound?.({ sheet: first, otherSheets, mergedCells });
  const file = createReadStream(path);
  watch.opened?.(file);
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    entries: 'ignore',
  });
  try {
    for await (const sheet of reader) {
      // Sheets come in the order of the archive, which need not be that of the workbook.
      const { name } = sheet as NamedSheet;
      if (name !== undefined && name !== first) continue;
      for await (const row of sheet) {
        const cells = cellsOf(row);
        if (cells.some((cell) => cell !== null && cell !== '')) yield { number: row.number, cells };
      }
      return;
    }
  } catch (error) {
    if (error instanceof ListRefused) throw error;
    const message = '文件不是完整的 XLSX 工作簿，请重新另存后再导入';
    throw new ListRefused(message, { file: message }, { cause: error });
  } finally {
    file.destroy();
  }
}

function cellsOf(row: ExcelJS.Row): readonly Cell[] {
  return Array.from({ length: row.cellCount }, (_, index) => cellValue(row.getCell(index + 1).value));
}

function cellValue(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('hyperlink' in value) return value.text;
  if ('error' in value) return value.error;
  return cellValue(value.result);
}
