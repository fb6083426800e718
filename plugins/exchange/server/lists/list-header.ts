import { ListRefused } from './list-refused';
import type { Cell } from './list-row';

/** A column of a list: the title that messages use, and others that lists carry. */
export interface ListColumn {
  readonly title: string;
  readonly others: readonly string[];
}
export type ListColumns<Name extends string> = Readonly<Record<Name, ListColumn>>;

/** Where each column stands in the file. */
export type ColumnPlaces<Name extends string> = ReadonlyMap<Name, number>;

/** Titles of files as their users have said what they are: a column, or null to leave it out. */
export type SavedMapping = ReadonlyMap<string, string | null>;

/** What the list must say: one of these columns at least. */
export interface NeededColumns<Name extends string> {
  readonly anyOf: readonly Name[];
  /** How a message names them, when it is not the title of the one column. */
  readonly title?: string;
}

/** The column by which a corrected workbook of errors is known. */
export const ERROR_NOTE = '错误说明';

/** Columns that a list must have are missing, and the file has titles that may be them: its user can say which. */
export class ColumnsUnknown extends ListRefused {}

/** What can be asked of a header without knowing its kind's columns. */
export interface HeaderReader {
  looksLike(cells: readonly Cell[]): boolean;
  missing(header: readonly Cell[]): readonly string[];
  meanings(header: readonly Cell[]): readonly { readonly title: string; readonly takenFor: string | null }[];
  mapped(mapping: SavedMapping): HeaderReader;
  readonly known: readonly { readonly column: string; readonly title: string }[];
}

/** Recognises the header of one kind of list. */
export class ListHeader<Name extends string> implements HeaderReader {
  readonly #names: readonly Name[];

  constructor(
    readonly columns: ListColumns<Name>,
    readonly required: readonly NeededColumns<Name>[],
    readonly mapping: SavedMapping = new Map(),
  ) {
    this.#names = Object.keys(columns) as Name[]; // keys() forgets its keys
  }

  /** The same header as somebody's choices make it. */
  mapped(mapping: SavedMapping): ListHeader<Name> {
    return new ListHeader(this.columns, this.required, mapping);
  }

  /** Whether this row is the header: titles may stand above it. */
  looksLike(cells: readonly Cell[]): boolean {
    return this.#find(cells).size >= Math.min(3, this.#names.length);
  }

  /** Where the columns stand, by their titles; throws ListRefused that names every missing or repeated one. */
  places(header: readonly Cell[]): ColumnPlaces<Name> {
    const repeated = this.#repeated(header);
    if (repeated !== undefined) {
      const message = `表头中“${repeated}”列重复，请只保留一列`;
      throw new ListRefused(message, { [repeated]: message });
    }
    const places = this.#find(header);
    const missing = this.#missing(places);
    if (missing.length === 0) return places;
    const message = `名单表头缺少列：${missing.join('、')}`;
    const errors = Object.fromEntries(missing.map((title) => [title, `名单表头缺少“${title}”列`]));
    const unused = this.meanings(header).filter(({ takenFor }) => takenFor === null);
    throw unused.length >= missing.length ? new ColumnsUnknown(message, errors) : new ListRefused(message, errors);
  }

  /** What a list must say and this header does not. */
  missing(header: readonly Cell[]): readonly string[] {
    return this.#missing(this.#find(header));
  }

  /** What each title of the header was taken for; null: left out. */
  meanings(header: readonly Cell[]): readonly { readonly title: string; readonly takenFor: string | null }[] {
    return header.flatMap((cell) => {
      const title = String(cell ?? '').trim();
      if (title === '') return [];
      const column = this.#columnOf(cell);
      return [{ title, takenFor: column === undefined ? null : this.columns[column].title }];
    });
  }

  /** Every column with its title, as a user chooses from. */
  get known(): readonly { readonly column: string; readonly title: string }[] {
    return this.#names
      .filter((column) => this.columns[column].title !== ERROR_NOTE)
      .map((column) => ({ column, title: this.columns[column].title }));
  }

  #missing(places: ColumnPlaces<Name>): readonly string[] {
    return this.required.flatMap(({ anyOf, title }) => {
      if (anyOf.some((name) => places.has(name))) return [];
      const [first] = anyOf;
      return [title ?? (first === undefined ? '' : this.columns[first].title)];
    });
  }

  #find(header: readonly Cell[]): Map<Name, number> {
    const places = new Map<Name, number>();
    header.forEach((cell, index) => {
      const column = this.#columnOf(cell);
      if (column !== undefined) places.set(column, index);
    });
    return places;
  }

  #repeated(header: readonly Cell[]): string | undefined {
    const columns = header.map((cell) => this.#columnOf(cell)).filter((column) => column !== undefined);
    const repeated = columns.find((column, index) => columns.indexOf(column) !== index);
    return repeated && this.columns[repeated].title;
  }

  #columnOf(cell: Cell): Name | undefined {
    const title = plainTitle(String(cell ?? ''));
    const chosen = this.mapping.get(title);
    if (chosen !== undefined) return this.#names.find((column) => column === chosen);
    return this.#names.find((column) => {
      const { title: own, others } = this.columns[column];
      return title === plainTitle(own) || others.some((other) => other === title);
    });
  }
}

/** Full-width brackets become half-width; spaces and the asterisk of required columns go. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s*\ufeff]/g, '')
    .replaceAll(',', '、');
}
