import { HOUSEHOLD_HEADER } from './household-columns';
import type { ListWatch } from './list-watch';
import { type ParsedRow, parsePersonRow } from './person-row';
import { openList } from './read-list';
import type { RegionDirectory } from './region-directory';
import { TOO_MANY_CELLS } from './row-fields';

/** Reads a household list (one row a person); throws ListRefused when the file is no list or its header lacks a column. */
export async function* readHouseholdList(
  path: string,
  regions: RegionDirectory,
  watch: ListWatch = {},
  header = HOUSEHOLD_HEADER,
): AsyncGenerator<ParsedRow, void> {
  const list = await openList(path, header, watch);
  const places = header.places(list.header);
  for await (const { row, tooLong } of list.rows) {
    yield tooLong ? refusedWhole(row.number) : parsePersonRow(row, places, regions);
  }
}

function refusedWhole(row: number): ParsedRow {
  const refused = { row, householdNumber: null, personNumber: null, errors: [{ row, ...TOO_MANY_CELLS }] };
  return { taken: false, refused };
}
