import { isCalendarDate } from '@anju/domain';
import type { ColumnPlaces, ListColumns } from './list-header';
import { type Cell, type ListRow, type RowError, UNREADABLE_FORMULA } from './list-row';
import type { RegionColumn } from './region-columns';
import type { RegionDirectory, RegionWords } from './region-directory';

const LONGEST_TEXT = 255;
const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet's calendar; a date without its format is a number of days, those of our time in this range. */
const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30);
const [FIRST_SERIAL, LAST_SERIAL] = [18_264, 73_050];
const YES = new Set(['是', '有', '√', '✓', '1', '已验收', '合格', '验收合格', '通过']);
const NO = new Set(['否', '无', '×', '0', '未验收', '不合格', '验收不合格', '未通过']);

/** What a spreadsheet shows for a formula that cannot be computed. */
const FORMULA_ERROR = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/;

/** What is wrong with a row that has more cells than the header. */
export const TOO_MANY_CELLS = { field: '整行', message: '列数多于表头，请检查这一行的分隔符' };

/** Reads the cells of a row and gathers what is wrong with them. */
export class RowFields<Name extends string> {
  readonly errors: RowError[] = [];

  constructor(
    readonly row: ListRow,
    readonly places: ColumnPlaces<Name>,
    readonly columns: ListColumns<Name>,
  ) {}

  refuse(column: Name, message: string): void {
    this.errors.push({ row: this.row.number, field: this.columns[column].title, message });
  }

  text(column: Name): string {
    const cell = this.cell(column);
    if (typeof cell !== 'number') return plainText(cell);
    if (Number.isSafeInteger(cell)) return String(cell);
    this.refuse(column, `${this.columns[column].title}列必须为文本`);
    return '';
  }

  required(column: Name): string {
    const before = this.errors.length;
    const text = this.bounded(column);
    if (text === '' && this.errors.length === before) this.refuse(column, `没有填写${this.columns[column].title}`);
    return text;
  }

  optional(column: Name): string | null {
    return this.bounded(column) || null;
  }

  oneOf(column: Name, values: readonly string[]): string | null {
    const text = this.text(column);
    if (text === '') return null;
    if (!values.includes(text)) this.refuse(column, `${this.columns[column].title}只能是${values.join('、')}`);
    return text;
  }

  /** A number cell, or a text in scientific notation, has lost the last digits of the identity number. */
  identityNumber(column: Name): string | null {
    const cell = this.cell(column);
    if (typeof cell === 'number' || /^\d(\.\d+)?E\+?\d+$/i.test(plainText(cell))) {
      this.refuse(column, '身份证号列必须为文本');
      return null;
    }
    return this.optional(column);
  }

  /** A day as people and spreadsheets write it, as `YYYY-MM-DD`. */
  date(column: Name): string | null {
    const cell = this.cell(column);
    const text = typeof cell === 'number' ? String(cell) : plainText(cell);
    if (text === '') return null;
    const date = dateOf(text);
    if (date === undefined)
      this.refuse(column, `${this.columns[column].title}“${text}”不是有效日期，请按 2018-06-01 的格式填写`);
    return date ?? null;
  }

  /** An amount or a measure; group separators and a unit behind it are dropped. */
  decimal(column: Name): number | null {
    const cell = this.cell(column);
    if (typeof cell === 'number') return Math.round(cell * 100) / 100;
    const text = plainText(cell).normalize('NFKC');
    if (text === '') return null;
    const plain = text.replace(/[,\s]/g, '').replace(/(元|㎡|m2|平方米|人)$/i, '');
    if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain);
    this.refuse(column, `${this.columns[column].title}“${text}”不是数字`);
    return null;
  }

  integer(column: Name): number | null {
    const before = this.errors.length;
    const number = this.decimal(column);
    if (number === null || Number.isSafeInteger(number)) return number;
    if (this.errors.length === before) this.refuse(column, `${this.columns[column].title}必须是整数`);
    return null;
  }

  year(column: Name): number | null {
    const text = this.text(column).replace(/年(度)?$/, '');
    if (text === '') return null;
    if (/^(19|20)\d\d$/.test(text)) return Number(text);
    this.refuse(column, `${this.columns[column].title}“${text}”不是年份，请填写 4 位数字`);
    return null;
  }

  yesNo(column: Name): boolean | null {
    const text = this.text(column);
    if (text === '') return null;
    if (YES.has(text)) return true;
    if (NO.has(text)) return false;
    this.refuse(column, `${this.columns[column].title}只能填是或否，不能是“${text}”`);
    return null;
  }

  cell(column: Name): Cell {
    const place = this.places.get(column);
    const cell = place === undefined ? null : (this.row.cells[place] ?? null);
    if (typeof cell !== 'string' || !cell.startsWith('#')) return cell;
    if (cell === UNREADABLE_FORMULA) {
      this.refuse(column, `${this.columns[column].title}是公式，没有可读取的结果，请复制后选择性粘贴为数值`);
      return null;
    }
    if (!FORMULA_ERROR.test(cell)) return cell;
    this.refuse(column, `${this.columns[column].title}是公式错误 ${cell}，请改为实际内容`);
    return null;
  }

  bounded(column: Name, longest = LONGEST_TEXT): string {
    const text = this.text(column);
    if (text.length <= longest) return text;
    this.refuse(column, `${this.columns[column].title}不能超过 ${longest} 个字`);
    return '';
  }
}

/** What is read of a row that names a region. */
interface RegionCells {
  text(column: RegionColumn): string;
  refuse(column: RegionColumn, message: string): void;
}

/** How a row names its region. */
export function regionWords(fields: RegionCells): RegionWords {
  return {
    code: fields.text('regionCode'),
    county: fields.text('county'),
    township: fields.text('township'),
    village: fields.text('village'),
  };
}

/** The code of the region that a row names; null when it names none, or none that there is, which is then an error of the row. */
export function regionOf(fields: RegionCells, regions: RegionDirectory): string | null {
  const words = regionWords(fields);
  if (Object.values(words).every((word) => word === '')) return null;
  const found = regions.find(words);
  if ('code' in found) return found.code;
  fields.refuse(found.field, found.message);
  return null;
}

function dateOf(text: string): string | undefined {
  const number = /^\d+(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : Number.NaN;
  if (number >= FIRST_SERIAL && number <= LAST_SERIAL) {
    return new Date(SPREADSHEET_EPOCH + number * DAY_MS).toISOString().slice(0, 10);
  }
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T].*)?$/.exec(text);
  if (!parts) return undefined;
  const [, year, month = parts[4], day = parts[5]] = parts;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

/** Trimmed; a leading apostrophe is how spreadsheets mark text; control characters cannot be stored. */
function plainText(cell: string | null): string {
  return (cell ?? '')
    .replace(/[\p{Cc}\ufeff]/gu, ' ')
    .trim()
    .replace(/^['’]/, '')
    .trim();
}
