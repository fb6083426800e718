import type { Writable } from 'node:stream';
import type { TableCell } from './table-file';
import {
  CELL_STYLE,
  type CellStyle,
  cellPlace,
  columnLetters,
  escaped,
  type SheetEnd,
  type SheetEntry,
  type SheetShape,
  sheetEnd,
  sheetStart,
  workbookParts,
} from './workbook-parts';
import { ZipWriter } from './zip-writer';

/** A cell, how it looks, and over how many columns and rows it spreads. */
export interface StyledCell {
  readonly value: TableCell;
  readonly style: CellStyle;
  readonly across?: number;
  readonly down?: number;
}

const CHUNK_CHARACTERS = 65_536;
const LONGEST_SHEET_NAME = 31;

/** Writes a workbook while its rows come in; nothing of a row is kept but the places of its merged cells (docs/decisions/0007). */
export class WorkbookWriter {
  readonly #zip: ZipWriter;
  readonly #sheets: SheetEntry[] = [];
  #letters: readonly string[] = [];
  #merged: string[] = [];
  #row = 0;
  #text = '';

  constructor(readonly target: Writable) {
    this.#zip = new ZipWriter(target);
  }

  /** Rows of the sheet so far. */
  get rows(): number {
    return this.#row;
  }

  /** Begins a sheet; the one before must have ended. */
  beginSheet(name: string, shape: SheetShape, isHidden = false): void {
    const taken = this.#sheets.map((sheet) => sheet.name);
    this.#sheets.push({ name: sheetName(name, taken), isHidden });
    this.#row = 0;
    this.#merged = [];
    this.#letters = shape.widths.map((_width, index) => columnLetters(index));
    this.#zip.begin(`xl/worksheets/sheet${this.#sheets.length}.xml`);
    this.#text = sheetStart(shape);
  }

  /** Adds a row whose texts have one style and whose numbers are plain; resolves when there is room for more. */
  async addPlain(cells: readonly TableCell[], textStyle: CellStyle): Promise<void> {
    this.#row += 1;
    const written = cells.map((cell, index) => this.#cell(index, cell, typeof cell === 'number' ? 'plain' : textStyle));
    await this.#addRow(written);
  }

  /** Adds a row of styled cells, `height` points high; undefined leaves a place empty, as below a cell that spreads downwards. */
  async addStyled(cells: readonly (StyledCell | undefined)[], height?: number): Promise<void> {
    this.#row += 1;
    const written = cells.map((cell, index) => {
      if (!cell) return '';
      const { value, style, across = 1, down = 1 } = cell;
      if (across > 1 || down > 1) this.#merge(index, across, down);
      return value === null ? this.#emptyCell(index, style) : this.#cell(index, value, style);
    });
    await this.#addRow(written, height);
  }

  async endSheet(rules: Omit<SheetEnd, 'merged'> = {}): Promise<void> {
    this.#text += sheetEnd({ ...rules, merged: this.#merged });
    await this.#flush();
    await this.#zip.end();
  }

  /** Ends the workbook; it is complete when this resolves. */
  async close(): Promise<void> {
    for (const [name, text] of Object.entries(workbookParts(this.#sheets))) {
      this.#zip.begin(name);
      await this.#zip.write(text);
      await this.#zip.end();
    }
    await this.#zip.close();
  }

  async #addRow(cells: readonly string[], height?: number): Promise<void> {
    const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    this.#text += `<row r="${this.#row}"${high}>${cells.join('')}</row>`;
    if (this.#text.length >= CHUNK_CHARACTERS) await this.#flush();
  }

  #cell(index: number, cell: TableCell, style: CellStyle): string {
    if (cell === null || cell === '') return '';
    const place = this.#place(index);
    const number = CELL_STYLE[style];
    const styled = number === 0 ? '' : ` s="${number}"`;
    return typeof cell === 'number'
      ? `<c r="${place}"${styled}><v>${cell}</v></c>`
      : `<c r="${place}" t="inlineStr"${styled}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }

  /** It still has its border. */
  #emptyCell(index: number, style: CellStyle): string {
    return `<c r="${this.#place(index)}" s="${CELL_STYLE[style]}"/>`;
  }

  #place(index: number): string {
    return (this.#letters[index] ?? columnLetters(index)) + String(this.#row);
  }

  #merge(column: number, across: number, down: number): void {
    const end = cellPlace(this.#row + down - 1, column + across - 1);
    this.#merged.push(`${cellPlace(this.#row, column)}:${end}`);
  }

  async #flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    await this.#zip.write(text);
  }
}

/** A name that office programs take: at most 31 characters, none of `\ / ? * [ ] :`, and no other sheet's. */
function sheetName(name: string, taken: readonly string[]): string {
  const plain = name.replace(/[\\/?*[\]:]/g, '').replace(/^'+|'+$/g, '');
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : String(number);
    const candidate = plain.slice(0, LONGEST_SHEET_NAME - suffix.length) + suffix;
    if (!taken.includes(candidate)) return candidate;
  }
}
