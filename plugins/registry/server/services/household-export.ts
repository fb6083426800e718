import type { HouseholdFilter, HouseholdRow } from '@anju/domain/contracts';
import { NotFound, requestDb, visibleRegion } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { type HouseholdListRow, householdRows } from '../queries/household-rows';
import { toHouseholdRow } from './household-row';
import { householdTotal } from './household-total';
import { isBoundAbove, reachOf } from './reach';

/** A list's conditions inside one region: what they find is the same whoever asks later. */
export type SettledFilter = HouseholdFilter & { readonly regionCode: string };

export interface SettledList {
  readonly filter: SettledFilter;
  /** Undefined when they are too many to count at once. */
  readonly total: number | undefined;
}

/** The conditions as the signed-in person may ask them, and how many households they find; throws NotFound outside the scope. */
export async function settleList(strapi: Core.Strapi, given: HouseholdFilter): Promise<SettledList> {
  const regionCode = visibleRegion(given.regionCode);
  if (regionCode === null) throw new NotFound('您尚未设置行政区划，没有可导出的住户');
  if (isBoundAbove(regionCode, given)) throw new NotFound();
  const filter = { ...given, regionCode };
  const { total, bounded } = await householdTotal(strapi, filter);
  return { filter, total: bounded ? undefined : total };
}

export interface ExportPageQuery {
  readonly after: { readonly regionCode: string; readonly id: number } | undefined;
  readonly size: number;
  readonly unmasked: boolean;
}

/** The next households of a settled list in region order, on the current transaction. */
export async function exportPage(filter: SettledFilter, page: ExportPageQuery): Promise<readonly HouseholdRow[]> {
  const rows = await householdRows(requestDb(), filter, reachOf(filter.regionCode), {
    sort: 'regionCode',
    descending: false,
    limit: page.size,
    offset: 0,
    after: page.after,
  });
  return rows.map(page.unmasked ? inFull : toHouseholdRow);
}

function inFull(row: HouseholdListRow): HouseholdRow {
  return { ...toHouseholdRow(row), idNumber: row.id_number, phone: row.phone };
}
