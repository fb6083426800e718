import {
  DEPARTED_METRIC,
  HOUSEHOLD_SOURCES,
  HOUSEHOLDS_METRIC,
  kindMetric,
  type MetricCounts,
  SAFEGUARD_KINDS,
  type SafeguardKind,
  STATISTICS_METRICS,
} from '@anju/domain';
import type { HouseholdFilter } from '@anju/domain/contracts';
import { requestDb } from '@anju/kit';
import { regionTotal } from '../queries/region-total';

/** Conditions of the household list that the cells count exactly. */
const COUNTED_CONDITIONS = ['regionCode', 'source', 'recognised', 'departed', 'kind'] as const;

export type RegionalFilter = HouseholdFilter & { readonly regionCode: string };

/** How many households match a list's filter, exactly, from the cells; undefined when a condition is none of theirs. */
export async function householdTotal(filter: RegionalFilter): Promise<number | undefined> {
  const { regionCode, source, ...conditions } = filter;
  if (!isCounted(filter)) return undefined;
  const sources = source === undefined ? HOUSEHOLD_SOURCES : [source];
  return matchingHouseholds(await regionTotal(requestDb(), regionCode, sources, STATISTICS_METRICS), conditions);
}

function isCounted(filter: RegionalFilter): boolean {
  return Object.entries(filter).every(
    ([condition, value]) => value === undefined || COUNTED_CONDITIONS.some((counted) => counted === condition),
  );
}

/** Recognised and unrecognised households that match; departed ones are unrecognised by definition. */
export function matchingHouseholds(
  counts: MetricCounts,
  { recognised, departed, kind }: Pick<HouseholdFilter, 'recognised' | 'departed' | 'kind'>,
): number {
  const wantsRecognised = recognised !== false && departed !== true;
  const wantsUnrecognised = recognised !== true && kind === undefined;
  return (
    (wantsRecognised ? recognisedHouseholds(counts, kind ?? SAFEGUARD_KINDS) : 0) +
    (wantsUnrecognised ? unrecognisedHouseholds(counts, departed) : 0)
  );
}

function recognisedHouseholds(counts: MetricCounts, kinds: readonly SafeguardKind[]): number {
  return [...new Set(kinds)].reduce((sum, one) => sum + (counts[kindMetric(one)] ?? 0), 0);
}

function unrecognisedHouseholds(counts: MetricCounts, departed: boolean | undefined): number {
  const gone = counts[DEPARTED_METRIC] ?? 0;
  if (departed === true) return gone;
  const all = (counts[HOUSEHOLDS_METRIC] ?? 0) - recognisedHouseholds(counts, SAFEGUARD_KINDS);
  return departed === false ? all - gone : all;
}
