import { maskIdNumber } from '@anju/domain';
import {
  type RelocationEntryFilter,
  relocationEntryRow,
  type RelocationEntryRow,
  type RenovationFilter,
  renovationRecord,
  type RenovationRow,
} from '@anju/domain/contracts';
import { type Page, requestDb, visibleRegion } from '@anju/kit';
import { relocationEntryCount, relocationEntryRows } from '../queries/relocation-entry-rows';
import { renovationCount, type RenovationListRow, renovationRows } from '../queries/renovation-rows';
import { gapLabels, toLink } from './archive-link-words';
import { readCursor, writeCursor } from './household-cursor';
import { withMaskedNumber } from './masked-entry';
import { reachOf } from './reach';

const DEFAULT_SIZE = 25;
const MOST_COUNTED = 10_000;

/** A list request as its contract parses it. */
interface ListQuery<Filter> {
  readonly filter?: Filter | undefined;
  readonly range?: readonly [number, number] | undefined;
  readonly sort?: readonly ['regionCode', 'ASC' | 'DESC'] | undefined;
  readonly after?: string | undefined;
}

/** One page of the renovation archives in the signed-in person's region that match the conditions. */
export async function listRenovations(query: ListQuery<RenovationFilter>): Promise<Page<RenovationRow>> {
  const place = placeOf(query);
  if (place === null) return NOTHING;
  const filter = { ...query.filter, regionCode: place.regionCode };
  const reach = reachOf(place.regionCode);
  const found = await renovationRows(requestDb(), filter, reach, place.page);
  const total = await renovationCount(requestDb(), filter, reach, MOST_COUNTED);
  const shown = found.slice(0, place.size);
  const last = found.length > place.size ? shown.at(-1) : undefined;
  return {
    rows: shown.map(toRow),
    from: place.from,
    ...bounded(total),
    ...(last ? { nextCursor: writeCursor({ regionCode: last.place_region, id: last.place_id }) } : {}),
  };
}

/** One page of the relocation list, of a household or of a region; numbers masked. */
export async function listRelocationEntries(
  query: ListQuery<RelocationEntryFilter>,
): Promise<Page<RelocationEntryRow>> {
  const place = placeOf(query);
  if (place === null) return NOTHING;
  const filter = { ...query.filter, regionCode: place.regionCode };
  const found = (await relocationEntryRows(requestDb(), filter, place.page)).map((row) =>
    relocationEntryRow.parse(row),
  );
  const total = await relocationEntryCount(requestDb(), filter, MOST_COUNTED);
  const shown = found.slice(0, place.size);
  const last = found.length > place.size ? shown.at(-1) : undefined;
  return {
    rows: shown.map(withMaskedNumber),
    from: place.from,
    ...bounded(total),
    ...(last ? { nextCursor: writeCursor(last) } : {}),
  };
}

const NOTHING = { rows: [], from: 0, total: 0 } as const;

function placeOf({ filter, range, sort, after: cursor }: ListQuery<{ readonly regionCode?: string | undefined }>) {
  const [from, to] = range ?? [0, DEFAULT_SIZE - 1];
  const regionCode = visibleRegion(filter?.regionCode);
  if (regionCode === null) return null;
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const size = to - from + 1;
  const page = { descending: sort?.[1] === 'DESC', limit: size + 1, offset: after ? 0 : from, after };
  return { regionCode, from, size, page };
}

function bounded(counted: number) {
  return { total: Math.min(counted, MOST_COUNTED), bounded: counted > MOST_COUNTED };
}

function toRow(row: RenovationListRow): RenovationRow {
  const archive = renovationRecord.nullable().parse(row.archive);
  return {
    id: archive?.id ?? null,
    archiveNumber: archive?.archiveNumber ?? null,
    headName: row.head_name ?? '',
    idNumber: archive?.idNumber ? maskIdNumber(archive.idNumber) : null,
    regionCode: archive?.regionCode ?? row.place_region,
    regionName: row.region_name ?? row.place_region,
    povertyType: archive?.povertyType ?? null,
    planYear: archive?.planYear ?? null,
    renovationMode: archive?.renovationMode ?? null,
    accepted: archive?.accepted ?? null,
    subsidyTotal: archive?.subsidyTotal ?? null,
    ...toLink(row),
    gaps: gapLabels(archive ?? {}),
    isDoubtful: row.is_doubtful,
  };
}
