import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { TableCell, TableFile } from './table-file';

const BYTE_ORDER_MARK = '\ufeff';
const CHUNK_CHARACTERS = 65_536;
/** What a spreadsheet would take for the start of a formula, or drop before one. */
const FORMULA_START = /^[=+\-@\t\r]/;
/** Digits that a spreadsheet would turn into a number and round, or strip of its zeros. */
const LONG_NUMBER = /^(0\d+|\d{11,}X?)$/;

/** Opens a CSV file in UTF-8 with its mark, so that office programs read its Chinese. */
export function openCsv(path: string, titles: readonly string[]): TableFile {
  return new CsvFile(createWriteStream(path, { mode: 0o600 }), titles);
}

class CsvFile implements TableFile {
  #text: string;
  #failure: Error | undefined;

  constructor(
    readonly stream: WriteStream,
    titles: readonly string[],
  ) {
    stream.on('error', (error) => (this.#failure = error));
    this.#text = csvStart(titles);
  }

  async add(cells: readonly TableCell[]): Promise<void> {
    this.#text += csvLine(cells);
    if (this.#text.length >= CHUNK_CHARACTERS) await this.#flush();
  }

  discard(): void {
    // With an error, so that a write that waits for room ends, too.
    this.stream.destroy(new Error('discarded'));
  }

  async close(): Promise<void> {
    await this.#flush();
    this.stream.end();
    await once(this.stream, 'close');
    if (this.#failure) throw this.#failure;
  }

  async #flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    if (this.#failure) throw this.#failure;
    if (!this.stream.write(text)) await once(this.stream, 'drain');
  }
}

/** The beginning of a CSV file: the mark that office programs need to read its Chinese, and its titles. */
export function csvStart(titles: readonly string[]): string {
  return BYTE_ORDER_MARK + csvLine(titles);
}

/** One line of CSV (RFC 4180) that no spreadsheet runs as a formula; long numbers end in a tab, which keeps them texts. */
export function csvLine(cells: readonly TableCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA_START.test(cell) ? `'${cell}` : LONG_NUMBER.test(cell) ? `${cell}\t` : cell;
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
