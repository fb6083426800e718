import {
  archiveFormFields,
  ARCHIVE_OWN_FIELDS,
  checkArchive,
  type FormOption,
  optionsHolding,
  subsidyOfParts,
} from '@anju/domain';
import type { FormField } from '@anju/domain/contracts';
import { registerToday } from '@anju/kit';
import { ARCHIVE_COLUMNS, type ArchiveColumn } from './archive-columns';
import type { FormInForce } from '../queries/form-in-force';
import { archivePersons } from './archive-persons';
import type { ColumnPlaces, ListHeader } from './list-header';
import type { ListRow } from './list-row';
import type { ListWatch } from './list-watch';
import { keyOfOption } from './option-words';
import type { EntryValue, ParsedEntry } from './parsed-entry';
import { openList } from './read-list';
import type { RegionDirectory } from './region-directory';
import { regionOf, RowFields, TOO_MANY_CELLS } from './row-fields';

/** The fields of an archive that a list can say, with the types of their columns. */
export const ARCHIVE_TYPES = {
  regionCode: 'text',
  archiveNumber: 'text',
  headName: 'text',
  idNumber: 'text',
  members: 'jsonb',
  povertyType: 'text',
  personCount: 'integer',
  originalAppraisalResult: 'text',
  renovationMode: 'text',
  modeNote: 'text',
  constructionMode: 'text',
  structure: 'text',
  area: 'numeric',
  planYear: 'integer',
  subsidyCentral: 'numeric',
  subsidyProvince: 'numeric',
  subsidyCity: 'numeric',
  subsidyCounty: 'numeric',
  subsidyTotal: 'numeric',
  selfRaised: 'numeric',
  loan: 'numeric',
  startDate: 'date',
  completionDate: 'date',
  accepted: 'boolean',
  acceptedBy: 'text',
} as const;
export type ArchiveListField = keyof typeof ARCHIVE_TYPES;
export type ParsedArchive = ParsedEntry<ArchiveListField>;

const COUNTY_LENGTH = 6;
const [LARGEST_AREA, LARGEST_FAMILY] = [99_999, 50];

/** Reads a list of archives; throws ListRefused when the file is no list or its header lacks a column. */
export async function* readArchiveList(
  path: string,
  { regions, header, rules }: ArchiveReading,
  watch: ListWatch = {},
): AsyncGenerator<ParsedArchive, void> {
  const list = await openList(path, header, watch);
  const world = new ArchiveWorld(header.places(list.header), regions, rules);
  for await (const { row, tooLong } of list.rows) {
    const parsed = world.parse(row);
    yield tooLong ? { ...parsed, errors: [{ row: row.number, ...TOO_MANY_CELLS }] } : parsed;
  }
}

interface ArchiveReading {
  readonly regions: RegionDirectory;
  readonly header: ListHeader<ArchiveColumn>;
  readonly rules: FormInForce;
}

/** Reads rows by the rules of the archive's own form; the options of a county hold for all of its places. */
export class ArchiveWorld {
  readonly #today = registerToday();
  readonly #fields: ReadonlyMap<string, FormField>;
  readonly #options = new Map<string, readonly FormOption[]>();

  constructor(
    readonly places: ColumnPlaces<ArchiveColumn>,
    readonly regions: RegionDirectory,
    readonly rules: FormInForce,
  ) {
    const known = [...archiveFormFields(rules.forms), ...ARCHIVE_OWN_FIELDS];
    this.#fields = new Map(known.map((field) => [field.name, field]));
  }

  parse(row: ListRow): ParsedArchive {
    const fields = new RowFields<ArchiveColumn>(row, this.places, ARCHIVE_COLUMNS);
    const regionCode = regionOf(fields, this.regions);
    const options = this.#optionsIn(regionCode ?? this.regions.within);
    const values: Record<ArchiveListField, EntryValue> = {
      regionCode,
      archiveNumber: fields.bounded('archiveNumber', 50) || null,
      headName: fields.bounded('headName', 50) || null,
      idNumber: fields.identityNumber('idNumber'),
      members: archivePersons(fields),
      povertyType: this.#option(fields, 'povertyType', options),
      personCount: fields.integer('personCount'),
      originalAppraisalResult: this.#option(fields, 'originalAppraisalResult', options),
      renovationMode: this.#option(fields, 'renovationMode', options),
      modeNote: fields.bounded('modeNote', 500) || null,
      constructionMode: this.#option(fields, 'constructionMode', options),
      structure: this.#option(fields, 'structure', options),
      area: fields.decimal('area'),
      planYear: fields.year('planYear'),
      subsidyCentral: fields.decimal('subsidyCentral'),
      subsidyProvince: fields.decimal('subsidyProvince'),
      subsidyCity: fields.decimal('subsidyCity'),
      subsidyCounty: fields.decimal('subsidyCounty'),
      subsidyTotal: fields.decimal('subsidyTotal'),
      selfRaised: fields.decimal('selfRaised'),
      loan: fields.decimal('loan'),
      startDate: fields.date('startDate'),
      completionDate: fields.date('completionDate'),
      accepted: fields.yesNo('accepted'),
      acceptedBy: fields.bounded('acceptedBy', 50) || null,
    };
    this.#judge(fields, values, options);
    return { row: row.number, values, errors: fields.errors };
  }

  #judge(
    fields: RowFields<ArchiveColumn>,
    values: Record<ArchiveListField, EntryValue>,
    options: readonly FormOption[],
  ): void {
    const refused = new Set(fields.errors.map(({ field }) => field));
    const refuse = (column: ArchiveColumn, message: string) => {
      if (!refused.has(ARCHIVE_COLUMNS[column].title)) fields.refuse(column, message);
    };
    if (values.headName === null) refuse('headName', '没有填写户主姓名');
    const context = { today: this.#today, options, forms: this.rules.forms };
    for (const [name, message] of Object.entries(checkArchive(values, context))) {
      if (isArchiveColumn(name)) refuse(name, message);
    }
    if (outside(values.area, LARGEST_AREA)) refuse('area', '面积必须大于 0，且不超过 99999 平方米');
    if (outside(values.personCount, LARGEST_FAMILY)) refuse('personCount', '家庭人数应为 1–50 人');
    const sum = subsidyOfParts(values);
    if (sum !== null && values.subsidyTotal !== null && values.subsidyTotal !== sum) {
      refuse('subsidyTotal', `各级补助相加为 ${sum.toFixed(2)} 元，与合计不一致`);
    }
    if (sum !== null) values.subsidyTotal = sum;
  }

  #option(fields: RowFields<ArchiveColumn>, column: ArchiveColumn, options: readonly FormOption[]): string | null {
    const text = fields.text(column);
    const field = this.#fields.get(column);
    if (text === '' || field === undefined) return text || null;
    const key = keyOfOption(text, field, { options, today: this.#today });
    if (key === undefined) fields.refuse(column, `${ARCHIVE_COLUMNS[column].title}“${text}”不在可选范围内`);
    return key ?? null;
  }

  #optionsIn(regionCode: string): readonly FormOption[] {
    const county = regionCode.slice(0, COUNTY_LENGTH);
    const known = this.#options.get(county);
    if (known) return known;
    const options = optionsHolding(this.rules.options, county);
    this.#options.set(county, options);
    return options;
  }
}

function outside(value: EntryValue, most: number): boolean {
  return typeof value === 'number' && (value <= 0 || value > most);
}

function isArchiveColumn(name: string): name is ArchiveColumn {
  return name in ARCHIVE_COLUMNS;
}
