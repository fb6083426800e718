import type { HouseholdFilter } from '@anju/domain/contracts';
import { requestDb, serviceOf } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { householdCount } from '../queries/household-count';
import { reachOf } from './reach';

const MOST_COUNTED = 10_000;

/** How many households a list holds; `bounded` when there are at least that many. */
export interface HouseholdTotal {
  readonly total: number;
  readonly bounded: boolean;
}

/** What the statistics plugin offers: households of a filter counted from the cells, or undefined when no cell holds the answer. */
interface TotalsService {
  householdTotal(filter: HouseholdFilter & { readonly regionCode: string }): Promise<number | undefined>;
}

/** The exact total from the statistics cells where they hold it, else a count that stops at 10,000. */
export async function householdTotal(
  strapi: Core.Strapi,
  filter: HouseholdFilter & { readonly regionCode: string },
): Promise<HouseholdTotal> {
  const exact = await serviceOf<TotalsService>(strapi, 'statistics', 'totals').householdTotal(filter);
  if (exact !== undefined) return { total: exact, bounded: false };
  const counted = await householdCount(requestDb(), filter, reachOf(filter.regionCode), MOST_COUNTED);
  return { total: Math.min(counted, MOST_COUNTED), bounded: counted > MOST_COUNTED };
}
