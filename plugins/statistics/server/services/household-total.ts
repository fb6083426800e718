import { countTerms, HOUSEHOLD_SOURCES, type HouseholdSource, type MetricCounts, metricTerms } from '@anju/domain';
import type { HouseholdFilter } from '@anju/domain/contracts';
import { requestDb } from '@anju/kit';
import { regionCounts } from '../queries/region-counts';
import { regionTotal } from '../queries/region-total';
import { boundHere } from './bound-here';

export type RegionalFilter = HouseholdFilter & { readonly regionCode: string };

/** How many households match a list's filter, exactly, from the cells; undefined when a condition is none of theirs. */
export async function householdTotal(filter: RegionalFilter): Promise<number | undefined> {
  const { regionCode, exactRegion, ...conditions } = filter;
  const terms = metricTerms(conditions);
  if (!terms) return undefined;
  const sources = conditions.source === undefined ? HOUSEHOLD_SOURCES : [conditions.source];
  const count = exactRegion === true ? countsBoundHere : countsOfRegion;
  return countTerms(terms, await count(regionCode, sources, [...terms.keys()]));
}

function countsOfRegion(
  region: string,
  sources: readonly HouseholdSource[],
  metrics: readonly string[],
): Promise<MetricCounts> {
  return regionTotal(requestDb(), region, sources, metrics);
}

async function countsBoundHere(
  region: string,
  sources: readonly HouseholdSource[],
  metrics: readonly string[],
): Promise<MetricCounts> {
  const counted = await regionCounts(requestDb(), region, sources, metrics);
  const own = counted.find(({ code }) => code === region);
  return own
    ? boundHere(
        own,
        counted.filter((entry) => entry !== own),
      )
    : {};
}
