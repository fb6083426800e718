import {
  type RelocationEntryFilter,
  relocationEntryRow,
  type RelocationEntryRow,
  type RenovationFilter,
  renovationRecord,
  type RenovationRecord,
  type RenovationRow,
} from '@anju/domain/contracts';
import { maskIdNumber } from '@anju/domain';
import { NotFound, requestDb, visibleRegion } from '@anju/kit';
import { relocationEntryCount, relocationEntryRows } from '../queries/relocation-entry-rows';
import { renovationCount, renovationRows } from '../queries/renovation-rows';
import { gapLabels, toLink } from './archive-link-words';
import type { ExportPageQuery } from './household-export';
import { withMaskedNumber } from './masked-entry';
import { reachOf } from './reach';

const MOST_COUNTED = 10_000;

type Settled<Filter> = Filter & { readonly regionCode: string };

/** Conditions inside one region, and how many rows they find; undefined when they are too many to count at once. */
interface SettledConditions<Filter> {
  readonly filter: Settled<Filter>;
  readonly total: number | undefined;
}

/** An archive with whose it is and what it lacks; null: a recognised renovation that has none. */
export interface ArchiveExportRow extends Pick<RenovationRow, 'linkState' | 'household' | 'countyElsewhere'> {
  readonly place: { readonly regionCode: string; readonly id: number };
  readonly archive: RenovationRecord | null;
  readonly headName: string;
  readonly regionName: string;
  readonly gaps: readonly string[];
}

/** The conditions as the signed-in person may ask them of the archives; throws NotFound outside the scope. */
export async function settleRenovations(given: RenovationFilter): Promise<SettledConditions<RenovationFilter>> {
  const filter = settled(given);
  const counted = await renovationCount(requestDb(), filter, reachOf(filter.regionCode), MOST_COUNTED);
  return { filter, total: bounded(counted) };
}

/** The next archives in region order, on the current transaction. */
export async function renovationPage(
  filter: Settled<RenovationFilter>,
  { after, size, unmasked }: ExportPageQuery,
): Promise<readonly ArchiveExportRow[]> {
  const page = { descending: false, limit: size, offset: 0, after };
  const rows = await renovationRows(requestDb(), filter, reachOf(filter.regionCode), page);
  return rows.map((row) => {
    const archive = renovationRecord.nullable().parse(row.archive);
    const shown = archive?.idNumber && !unmasked ? { ...archive, idNumber: maskIdNumber(archive.idNumber) } : archive;
    return {
      place: { regionCode: row.place_region, id: row.place_id },
      archive: shown,
      headName: row.head_name ?? '',
      regionName: row.region_name ?? row.place_region,
      gaps: gapLabels(archive ?? {}),
      ...toLink(row),
    };
  });
}

/** The conditions as the signed-in person may ask them of the relocation list; throws NotFound outside the scope. */
export async function settleEntries(given: RelocationEntryFilter): Promise<SettledConditions<RelocationEntryFilter>> {
  const filter = settled(given);
  return { filter, total: bounded(await relocationEntryCount(requestDb(), filter, MOST_COUNTED)) };
}

/** The next entries of the relocation list in region order, on the current transaction. */
export async function entryPage(
  filter: Settled<RelocationEntryFilter>,
  { after, size, unmasked }: ExportPageQuery,
): Promise<readonly RelocationEntryRow[]> {
  const page = { descending: false, limit: size, offset: 0, after };
  const rows = (await relocationEntryRows(requestDb(), filter, page)).map((row) => relocationEntryRow.parse(row));
  return unmasked ? rows : rows.map(withMaskedNumber);
}

function settled<Filter extends { readonly regionCode?: string | undefined }>(given: Filter): Settled<Filter> {
  const regionCode = visibleRegion(given.regionCode);
  if (regionCode === null) throw new NotFound('您尚未设置行政区划，没有可导出的内容');
  return { ...given, regionCode };
}

function bounded(counted: number): number | undefined {
  return counted > MOST_COUNTED ? undefined : counted;
}
