import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import ExcelJS from 'exceljs';
import type { ExportCell } from './household-table';
import type { TableFile } from './table-file';

/** A sheet ends at row 1,048,576. */
const ROWS_A_SHEET = 1_000_000;
const ROWS_BETWEEN_PAUSES = 500;
const TEXT = '@';

export interface XlsxColumn {
  readonly title: string;
  readonly width: number;
}

/** Opens a workbook whose texts are text cells: no number is rounded, no text is run as a formula, also after editing. */
export function openXlsx(path: string, sheetName: string, columns: readonly XlsxColumn[]): TableFile {
  return new XlsxFile(createWriteStream(path, { mode: 0o600 }), sheetName, columns);
}

class XlsxFile implements TableFile {
  readonly #workbook: ExcelJS.stream.xlsx.WorkbookWriter;
  #sheet: ExcelJS.Worksheet;
  #rows = 0;
  #sheets = 0;
  #failure: Error | undefined;

  constructor(
    readonly stream: WriteStream,
    readonly sheetName: string,
    readonly columns: readonly XlsxColumn[],
  ) {
    stream.on('error', (error) => (this.#failure = error));
    this.#workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
    this.#sheet = this.#newSheet();
  }

  async add(cells: readonly ExportCell[]): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (this.#rows === ROWS_A_SHEET) {
      this.#sheet.commit();
      this.#sheet = this.#newSheet();
    }
    this.#sheet.addRow([...cells]).commit();
    this.#rows += 1;
    // The library asks nobody whether there is room: the compressor and the disk get their turn here.
    if (this.#rows % ROWS_BETWEEN_PAUSES === 0) await this.#room();
  }

  async close(): Promise<void> {
    this.#sheet.commit();
    await this.#workbook.commit();
    if (!this.stream.closed) await once(this.stream, 'close');
    if (this.#failure) throw this.#failure;
  }

  #newSheet(): ExcelJS.Worksheet {
    this.#sheets += 1;
    this.#rows = 0;
    const name = this.#sheets === 1 ? this.sheetName : `${this.sheetName}${this.#sheets}`;
    const sheet = this.#workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    this.columns.forEach(({ width }, index) => {
      const column = sheet.getColumn(index + 1);
      column.width = width;
      column.numFmt = TEXT;
    });
    const header = sheet.addRow(this.columns.map(({ title }) => title));
    header.font = { bold: true };
    header.commit();
    return sheet;
  }

  async #room(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.stream.writableNeedDrain) await once(this.stream, 'drain');
  }
}
