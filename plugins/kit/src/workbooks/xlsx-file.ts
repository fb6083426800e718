import { createWriteStream, type WriteStream } from 'node:fs';
import type { TableCell, TableFile } from './table-file';
import { WorkbookWriter } from './workbook-writer';

/** A sheet ends at row 1,048,576. */
const ROWS_A_SHEET = 1_000_000;

export interface XlsxColumn {
  readonly title: string;
  /** Characters that a column is wide. */
  readonly width: number;
}

/** Opens a workbook whose texts are text cells: no number is rounded, no text is run as a formula, also after editing. */
export async function openXlsx(path: string, sheetName: string, columns: readonly XlsxColumn[]): Promise<TableFile> {
  const file = new XlsxFile(createWriteStream(path, { mode: 0o600 }), sheetName, columns);
  await file.beginSheet();
  return file;
}

/** Writes sheets of a million rows as they come. */
class XlsxFile implements TableFile {
  readonly #workbook: WorkbookWriter;

  constructor(
    readonly stream: WriteStream,
    readonly sheetName: string,
    readonly columns: readonly XlsxColumn[],
  ) {
    this.#workbook = new WorkbookWriter(stream);
  }

  async beginSheet(): Promise<void> {
    const widths = this.columns.map(({ width }) => width);
    this.#workbook.beginSheet(this.sheetName, { widths, frozenRows: 1, frozenColumns: 0 });
    const titles = this.columns.map(({ title }) => title);
    await this.#workbook.addPlain(titles, 'title');
  }

  async add(cells: readonly TableCell[]): Promise<void> {
    if (this.#workbook.rows > ROWS_A_SHEET) {
      await this.#workbook.endSheet();
      await this.beginSheet();
    }
    await this.#workbook.addPlain(cells, 'text');
  }

  async close(): Promise<void> {
    await this.#workbook.endSheet();
    await this.#workbook.close();
  }

  discard(): void {
    this.stream.destroy();
  }
}
