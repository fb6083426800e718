import type ExcelJS from 'exceljs';
import { ListRefused } from './list-refused';
import { type Cell, type ListRow, UNREADABLE_FORMULA } from './list-row';
import type { ListWatch } from './list-watch';
import { checkWorkbook } from './workbook-check';
import { openSheet } from './workbook-reader';

/** The rows of a workbook's first visible sheet, streamed. */
export async function* xlsxRows(path: string, watch: ListWatch = {}): AsyncGenerator<ListRow, void> {
  const workbook = await checkWorkbook(path);
  const [first = '', ...otherSheets] = workbook.sheets;
  watch.workbookFound?.({ sheet: first, otherSheets, mergedCells: workbook.mergedCells });
  try {
    const { rows, packed } = await openSheet(workbook);
    watch.opened?.(packed, workbook.sheetPart.packedSize);
    try {
      for await (const row of rows) {
        const cells = cellsOf(row, () => watch.formulaFound?.());
        if (cells.some((cell) => cell !== null && cell !== '')) yield { number: row.number, cells };
      }
    } finally {
      packed.destroy();
    }
  } catch (error) {
    if (error instanceof ListRefused) throw error;
    const message = '文件不是完整的 XLSX 工作簿，请重新另存后再导入';
    throw new ListRefused(message, { file: message }, { cause: error });
  }
}

function cellsOf(row: ExcelJS.Row, onFormula: () => void): readonly Cell[] {
  return Array.from({ length: row.cellCount }, (_, index) => {
    const { value } = row.getCell(index + 1);
    if (!isFormula(value)) return cellValue(value);
    onFormula();
    return value.result === undefined ? UNREADABLE_FORMULA : cellValue(value.result);
  });
}

function isFormula(value: ExcelJS.CellValue): value is ExcelJS.CellFormulaValue | ExcelJS.CellSharedFormulaValue {
  return typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value);
}

function cellValue(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('hyperlink' in value) return value.text;
  return 'error' in value ? value.error : null;
}
