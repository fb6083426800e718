import { createWriteStream } from 'node:fs';
import type { TableCell, TableFile } from './table-file';
import { CELL_STYLE, escaped, SHEET_END, sheetStart, workbookParts } from './workbook-parts';
import { ZipWriter } from './zip-writer';

/** A sheet ends at row 1,048,576. */
const ROWS_A_SHEET = 1_000_000;
const CHUNK_CHARACTERS = 65_536;
const LETTERS = 26;

export interface XlsxColumn {
  readonly title: string;
  /** Characters that a column is wide. */
  readonly width: number;
}

/** Opens a workbook whose texts are text cells: no number is rounded, no text is run as a formula, also after editing. */
export async function openXlsx(path: string, sheetName: string, columns: readonly XlsxColumn[]): Promise<TableFile> {
  const file = new XlsxFile(new ZipWriter(createWriteStream(path, { mode: 0o600 })), sheetName, columns);
  await file.beginSheet();
  return file;
}

/** Writes sheets of a million rows as they come; nothing of a row is kept (docs/decisions/0007). */
class XlsxFile implements TableFile {
  readonly #sheets: string[] = [];
  readonly #letters: readonly string[];
  #row = 0;
  #text = '';

  constructor(
    readonly zip: ZipWriter,
    readonly sheetName: string,
    readonly columns: readonly XlsxColumn[],
  ) {
    this.#letters = columns.map((_column, index) => columnLetters(index));
  }

  async beginSheet(): Promise<void> {
    const number = this.#sheets.length + 1;
    this.#sheets.push(number === 1 ? this.sheetName : `${this.sheetName}${number}`);
    this.#row = 0;
    this.zip.begin(`xl/worksheets/sheet${number}.xml`);
    this.#text = sheetStart(this.columns.map(({ width }) => width));
    this.#append(
      this.columns.map(({ title }) => title),
      CELL_STYLE.title,
    );
  }

  async add(cells: readonly TableCell[]): Promise<void> {
    if (this.#row > ROWS_A_SHEET) {
      await this.#endSheet();
      await this.beginSheet();
    }
    this.#append(cells, CELL_STYLE.text);
    if (this.#text.length >= CHUNK_CHARACTERS) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#endSheet();
    for (const [name, text] of Object.entries(workbookParts(this.#sheets))) {
      this.zip.begin(name);
      await this.zip.write(text);
      await this.zip.end();
    }
    await this.zip.close();
  }

  discard(): void {
    this.zip.stream.destroy();
  }

  #append(cells: readonly TableCell[], textStyle: number): void {
    this.#row += 1;
    let row = `<row r="${this.#row}">`;
    cells.forEach((cell, index) => {
      if (cell === null || cell === '') return;
      const place = `${this.#letters[index] ?? columnLetters(index)}${this.#row}`;
      row +=
        typeof cell === 'number'
          ? `<c r="${place}"><v>${cell}</v></c>`
          : `<c r="${place}" t="inlineStr" s="${textStyle}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    });
    this.#text += `${row}</row>`;
  }

  async #endSheet(): Promise<void> {
    this.#text += SHEET_END;
    await this.#flush();
    await this.zip.end();
  }

  async #flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    await this.zip.write(text);
  }
}

/** A, B, … Z, AA, … */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? letter : columnLetters(Math.floor(index / LETTERS) - 1) + letter;
}
