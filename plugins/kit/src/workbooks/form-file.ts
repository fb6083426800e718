import { createWriteStream, type WriteStream } from 'node:fs';
import type { TableCell, TableFile } from './table-file';
import { type CellChoice, columnLetters } from './workbook-parts';
import { WorkbookWriter } from './workbook-writer';
import type { XlsxColumn } from './xlsx-file';

export interface FormColumn extends XlsxColumn {
  /** To be filled in; every other column is locked. */
  readonly isOpen: boolean;
  /** What its cells offer in a drop-down; none: anything may be typed. */
  readonly choices?: readonly string[];
}

const CHOICE_SHEET = '选项';
const CHOICE_WIDTH = 24;
const IDENTITY_COLUMNS = 5;

/** Opens a workbook that people fill in: its other columns are locked, and drop-downs offer what may be chosen. */
export async function openForm(path: string, sheetName: string, columns: readonly FormColumn[]): Promise<TableFile> {
  const file = new FormFile(createWriteStream(path, { mode: 0o600 }), columns);
  await file.begin(sheetName);
  return file;
}

class FormFile implements TableFile {
  readonly #workbook: WorkbookWriter;
  /** The columns with choices; each has the column of its own place on the sheet of choices. */
  readonly #choosing: readonly { readonly column: number; readonly choices: readonly string[] }[];

  constructor(
    readonly stream: WriteStream,
    readonly columns: readonly FormColumn[],
  ) {
    this.#workbook = new WorkbookWriter(stream);
    this.#choosing = columns.flatMap(({ choices }, column) => (choices?.length ? [{ column, choices }] : []));
  }

  async begin(sheetName: string): Promise<void> {
    const openColumns = new Set(this.columns.flatMap(({ isOpen }, index) => (isOpen ? [index] : [])));
    const widths = this.columns.map(({ width }) => width);
    this.#workbook.beginSheet(sheetName, { widths, frozenRows: 1, frozenColumns: IDENTITY_COLUMNS, openColumns });
    await this.#workbook.addPlain(
      this.columns.map(({ title }) => title),
      'title',
    );
  }

  async add(cells: readonly TableCell[]): Promise<void> {
    await this.#workbook.addStyled(
      this.columns.map(({ isOpen }, index) => {
        const value = cells[index] ?? null;
        if (isOpen) return value === null ? undefined : { value, style: 'open' };
        return { value, style: 'locked' };
      }),
    );
  }

  async close(): Promise<void> {
    const lastRow = Math.max(this.#workbook.rows, 2);
    const choices = this.#choosing.map(({ column, choices: offered }, index): CellChoice => {
      const letter = columnLetters(index);
      return { column, lastRow, range: `'${CHOICE_SHEET}'!$${letter}$1:$${letter}$${offered.length}` };
    });
    await this.#workbook.endSheet({ choices, isLocked: true });
    await this.#writeChoices();
    await this.#workbook.close();
  }

  discard(): void {
    this.stream.destroy();
  }

  async #writeChoices(): Promise<void> {
    if (this.#choosing.length === 0) return;
    const widths = this.#choosing.map(() => CHOICE_WIDTH);
    this.#workbook.beginSheet(CHOICE_SHEET, { widths, frozenRows: 1, frozenColumns: 0 }, true);
    const longest = Math.max(...this.#choosing.map(({ choices }) => choices.length));
    for (let row = 0; row < longest; row += 1) {
      await this.#workbook.addPlain(
        this.#choosing.map(({ choices }) => choices[row] ?? null),
        'text',
      );
    }
    await this.#workbook.endSheet({ isLocked: true });
  }
}
