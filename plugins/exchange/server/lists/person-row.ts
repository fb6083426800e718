import { type ColumnPlaces, HOUSEHOLD_COLUMNS, type HouseholdColumn } from './household-columns';
import type { Cell, ListRow, RowError } from './list-row';
import type { RegionDirectory } from './region-directory';

/** One person of the list, as far as the row alone tells. */
export interface ListedPerson {
  readonly row: number;
  readonly householdNumber: string;
  readonly personNumber: string;
  readonly regionCode: string;
  readonly name: string;
  readonly isHead: boolean;
  readonly relation: string;
  readonly gender: string | null;
  readonly ethnicity: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly povertyAttribute: string | null;
  readonly povertyCause: string | null;
  readonly povertyExited: boolean;
  readonly exitYear: number | null;
}

/** A row that cannot be taken; its numbers, when readable, keep its household from being taken in part. */
export interface RefusedRow {
  readonly row: number;
  readonly householdNumber: string | null;
  readonly personNumber: string | null;
  readonly errors: readonly RowError[];
}

export type ParsedRow =
  | { readonly taken: true; readonly person: ListedPerson }
  | { readonly taken: false; readonly refused: RefusedRow };

const LONGEST_TEXT = 255;
const HEAD_WORDS = new Set(['户主', '本人', '本人或户主']);
const EXITED = new Set(['已脱贫', '脱贫', '稳定脱贫', '是']);
const NOT_EXITED = new Set(['未脱贫', '否', '返贫']);
const FIRST_EXIT_YEAR = 2014;
const LAST_EXIT_YEAR = 2020;

/** Reads one row of the household list; wrong identity numbers are taken as they are, they raise a warning later. */
export function parsePersonRow(row: ListRow, places: ColumnPlaces, regions: RegionDirectory): ParsedRow {
  const fields = new Fields(row, places);
  const region = regions.find({
    code: fields.text('regionCode'),
    county: fields.text('county'),
    township: fields.text('township'),
    village: fields.text('village'),
  });
  if ('message' in region) fields.refuse(region.field, region.message);
  const relation = fields.required('relation');
  const name = fields.required('name');
  const isHead = HEAD_WORDS.has(relation);
  if (isHead) fields.sameAs('headName', name);
  const person: ListedPerson = {
    row: row.number,
    householdNumber: fields.required('householdNumber'),
    personNumber: fields.required('personNumber'),
    regionCode: 'code' in region ? region.code : '',
    name,
    isHead,
    relation,
    gender: fields.oneOf('gender', ['男', '女']),
    ethnicity: fields.optional('ethnicity'),
    idNumber: fields.identityNumber(),
    phone: fields.optional('phone'),
    povertyAttribute: fields.optional('povertyAttribute'),
    povertyCause: fields.optional('povertyCause'),
    ...fields.exit(),
  };
  if (fields.errors.length === 0) return { taken: true, person };
  return {
    taken: false,
    refused: {
      row: row.number,
      householdNumber: person.householdNumber || null,
      personNumber: person.personNumber || null,
      errors: fields.errors,
    },
  };
}

/** Reads the cells of a row and gathers what is wrong with them. */
class Fields {
  readonly errors: RowError[] = [];

  constructor(
    readonly row: ListRow,
    readonly places: ColumnPlaces,
  ) {}

  refuse(column: HouseholdColumn, message: string): void {
    this.errors.push({ row: this.row.number, field: HOUSEHOLD_COLUMNS[column].title, message });
  }

  text(column: HouseholdColumn): string {
    const cell = this.#cell(column);
    if (typeof cell !== 'number') return plainText(cell);
    if (Number.isSafeInteger(cell)) return String(cell);
    this.refuse(column, `${HOUSEHOLD_COLUMNS[column].title}列必须为文本`);
    return '';
  }

  required(column: HouseholdColumn): string {
    const before = this.errors.length;
    const text = this.#bounded(column);
    if (text === '' && this.errors.length === before) this.refuse(column, `没有填写${HOUSEHOLD_COLUMNS[column].title}`);
    return text;
  }

  optional(column: HouseholdColumn): string | null {
    return this.#bounded(column) || null;
  }

  oneOf(column: HouseholdColumn, values: readonly string[]): string | null {
    const text = this.text(column);
    if (text === '') return null;
    if (!values.includes(text)) this.refuse(column, `${HOUSEHOLD_COLUMNS[column].title}只能是${values.join('、')}`);
    return text;
  }

  /** The head's own name stands in two columns of the head's row. */
  sameAs(column: HouseholdColumn, value: string): void {
    const text = this.text(column);
    if (text !== '' && text !== value) {
      this.refuse(column, `${HOUSEHOLD_COLUMNS[column].title}“${text}”与户主本人的姓名“${value}”不一致`);
    }
  }

  /** A number cell, or a text in scientific notation, has lost the last digits of the identity number. */
  identityNumber(): string | null {
    const cell = this.#cell('idNumber');
    if (typeof cell === 'number' || /^\d(\.\d+)?E\+?\d+$/i.test(plainText(cell))) {
      this.refuse('idNumber', '身份证号列必须为文本');
      return null;
    }
    return this.optional('idNumber');
  }

  exit(): Pick<ListedPerson, 'povertyExited' | 'exitYear'> {
    const state = this.text('exitState');
    const povertyExited = EXITED.has(state);
    if (!povertyExited && !NOT_EXITED.has(state)) {
      this.refuse('exitState', state === '' ? '没有填写脱贫属性' : `脱贫属性只能是已脱贫、未脱贫，不能是“${state}”`);
    }
    const text = this.text('exitYear').replace(/年$/, '');
    if (text === '') return { povertyExited, exitYear: null };
    const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
    if (!(year >= FIRST_EXIT_YEAR && year <= LAST_EXIT_YEAR)) {
      this.refuse('exitYear', `脱贫年度应为 ${FIRST_EXIT_YEAR}–${LAST_EXIT_YEAR} 年，不能是“${text}”`);
    } else if (NOT_EXITED.has(state)) {
      this.refuse('exitYear', '未脱贫的户不应填写脱贫年度');
    }
    return { povertyExited, exitYear: year };
  }

  #cell(column: HouseholdColumn): Cell {
    const place = this.places.get(column);
    return place === undefined ? null : (this.row.cells[place] ?? null);
  }

  #bounded(column: HouseholdColumn): string {
    const text = this.text(column);
    if (text.length <= LONGEST_TEXT) return text;
    this.refuse(column, `${HOUSEHOLD_COLUMNS[column].title}不能超过 ${LONGEST_TEXT} 个字`);
    return '';
  }
}

/** Trimmed; a leading apostrophe is how spreadsheets mark text; control characters cannot be stored. */
function plainText(cell: string | null): string {
  return (cell ?? '')
    .replace(/[\p{Cc}\ufeff]/gu, ' ')
    .trim()
    .replace(/^['’]/, '')
    .trim();
}
