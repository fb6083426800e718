import { HOUSEHOLD_COLUMNS, type HouseholdColumn } from './household-columns';
import type { ColumnPlaces } from './list-header';
import type { ListRow, RowError } from './list-row';
import type { RegionDirectory } from './region-directory';
import { regionWords, RowFields } from './row-fields';

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

const HEAD_WORDS = new Set(['户主', '本人', '本人或户主']);
const EXITED = new Set(['已脱贫', '脱贫', '稳定脱贫', '是']);
const NOT_EXITED = new Set(['未脱贫', '否', '返贫']);
const FIRST_EXIT_YEAR = 2014;
const LAST_EXIT_YEAR = 2020;

/** Reads one row of the household list; wrong identity numbers are taken as they are, they raise a warning later. */
export function parsePersonRow(
  row: ListRow,
  places: ColumnPlaces<HouseholdColumn>,
  regions: RegionDirectory,
): ParsedRow {
  const fields = new PersonFields(row, places, HOUSEHOLD_COLUMNS);
  const region = regions.find(regionWords(fields));
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
    idNumber: fields.identityNumber('idNumber'),
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

/** The cells of a person's row; what only the household list has. */
class PersonFields extends RowFields<HouseholdColumn> {
  /** The head's own name stands in two columns of the head's row. */
  sameAs(column: HouseholdColumn, value: string): void {
    const text = this.text(column);
    if (text !== '' && text !== value) {
      this.refuse(column, `${HOUSEHOLD_COLUMNS[column].title}“${text}”与户主本人的姓名“${value}”不一致`);
    }
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
}
