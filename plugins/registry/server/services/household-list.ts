import type { HouseholdFilter, HouseholdRow } from '@anju/domain/contracts';
import { type Page, requestDb, visibleRegion } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { householdRows, type SortField } from '../queries/household-rows';
import { readCursor, writeCursor } from './household-cursor';
import { toHouseholdRow } from './household-row';
import { householdTotal } from './household-total';
import { isBoundAbove, reachOf } from './reach';

const DEFAULT_SIZE = 25;

/** A list request as its contract parses it. */
export interface HouseholdListQuery {
  readonly filter?: HouseholdFilter | undefined;
  readonly range?: readonly [number, number] | undefined;
  readonly sort?: readonly [SortField, 'ASC' | 'DESC'] | undefined;
  readonly after?: string | undefined;
}

/** One page of the households in the signed-in person's region that match the conditions. */
export async function listHouseholds(strapi: Core.Strapi, query: HouseholdListQuery): Promise<Page<HouseholdRow>> {
  const [from, to] = query.range ?? [0, DEFAULT_SIZE - 1];
  const regionCode = visibleRegion(query.filter?.regionCode);
  if (regionCode === null || isBoundAbove(regionCode, query.filter)) return { rows: [], from, total: 0 };
  const filter = { ...query.filter, regionCode };
  const size = to - from + 1;
  const [sort, direction] = query.sort ?? ['regionCode', 'ASC'];
  const after = query.after === undefined ? undefined : readCursor(query.after);
  const found = await householdRows(requestDb(), filter, reachOf(regionCode), {
    sort,
    descending: direction === 'DESC',
    limit: size + 1,
    offset: after ? 0 : from,
    after,
  });
  const { total, bounded } = await householdTotal(strapi, filter);
  const rows = found.slice(0, size).map(toHouseholdRow);
  const last = found.length > size ? rows.at(-1) : undefined;
  return { rows, from, total, bounded, ...(last ? { nextCursor: writeCursor(last) } : {}) };
}
