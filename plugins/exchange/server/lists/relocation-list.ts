import { registerToday } from '@anju/kit';
import type { ColumnPlaces, ListHeader } from './list-header';
import type { ListRow } from './list-row';
import type { ListWatch } from './list-watch';
import type { ParsedEntry } from './parsed-entry';
import { openList } from './read-list';
import type { RegionDirectory } from './region-directory';
import { RELOCATION_COLUMNS, type RelocationColumn } from './relocation-columns';
import { regionOf, RowFields, TOO_MANY_CELLS } from './row-fields';

/** What an entry says, with the types of its staged columns. */
export const RELOCATION_TYPES = {
  regionCode: 'text',
  householdNumber: 'text',
  personName: 'text',
  idNumber: 'text',
  resettlementMode: 'text',
  resettlementSite: 'text',
  project: 'text',
  status: 'text',
  startDate: 'date',
  completionDate: 'date',
  moveInDate: 'date',
} as const;
export type ParsedRelocation = ParsedEntry<keyof typeof RELOCATION_TYPES>;

const DATES = ['startDate', 'completionDate', 'moveInDate'] as const;

/** Reads a relocation list; throws ListRefused when the file is no list or its header lacks a column. */
export async function* readRelocationList(
  path: string,
  regions: RegionDirectory,
  header: ListHeader<RelocationColumn>,
  watch: ListWatch = {},
): AsyncGenerator<ParsedRelocation, void> {
  const list = await openList(path, header, watch);
  const places = header.places(list.header);
  const today = registerToday();
  for await (const { row, tooLong } of list.rows) {
    const parsed = parseRelocation(row, { places, regions, today });
    yield tooLong ? { ...parsed, errors: [{ row: row.number, ...TOO_MANY_CELLS }] } : parsed;
  }
}

interface RelocationWorld {
  readonly places: ColumnPlaces<RelocationColumn>;
  readonly regions: RegionDirectory;
  readonly today: string;
}

/** Reads one row; whose it is may be told by 户编号 or number, and where it is by the register where the list is silent. */
export function parseRelocation(row: ListRow, { places, regions, today }: RelocationWorld): ParsedRelocation {
  const fields = new RowFields<RelocationColumn>(row, places, RELOCATION_COLUMNS);
  const values = {
    regionCode: regionOf(fields, regions),
    householdNumber: fields.optional('householdNumber'),
    personName: fields.optional('personName'),
    idNumber: fields.identityNumber('idNumber'),
    resettlementMode: fields.optional('resettlementMode'),
    resettlementSite: fields.optional('resettlementSite'),
    project: fields.optional('project'),
    status: fields.optional('status'),
    startDate: fields.date('startDate'),
    completionDate: fields.date('completionDate'),
    moveInDate: fields.date('moveInDate'),
  };
  const isNamed = values.householdNumber !== null || values.idNumber !== null;
  if (!isNamed && fields.errors.length === 0) fields.refuse('idNumber', '户编号和证件号码都没有填写，无法对应到户');
  checkDates(fields, values, today);
  return { row: row.number, values, errors: fields.errors };
}

/** The rules of the form: in their order, and none of them in the future. */
function checkDates(
  fields: RowFields<RelocationColumn>,
  values: Readonly<Record<(typeof DATES)[number], string | null>>,
  today: string,
): void {
  let latest: (typeof DATES)[number] | undefined;
  for (const name of DATES) {
    const date = values[name];
    if (date === null) continue;
    const before = latest === undefined ? null : values[latest];
    const { title } = RELOCATION_COLUMNS[name];
    if (date > today) fields.refuse(name, `${title}不能晚于今天`);
    else if (latest !== undefined && before !== null && date < before) {
      fields.refuse(name, `${title}不能早于${RELOCATION_COLUMNS[latest].title}`);
    }
    latest = name;
  }
}
