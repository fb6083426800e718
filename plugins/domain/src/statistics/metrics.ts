import { SAFEGUARD_KINDS, type SafeguardKind } from '../vocabulary';

/** Households of a region, recognised or not. */
export const HOUSEHOLDS_METRIC = 'N';
/** Unrecognised households whose departure is explained. */
export const DEPARTED_METRIC = 'departed';
/** Households of the list that have not left poverty. */
export const NOT_EXITED_METRIC = 'notExited';
/** The one metric that sums yuan. */
export const SUBSIDY_METRIC = 'renovation.subsidyTotal';

/** The metric that counts the households recognised as a kind. */
export function kindMetric<Kind extends SafeguardKind>(kind: Kind): `kind:${Kind}` {
  return `kind:${kind}`;
}

/** The metrics of every household, whatever its kind. */
export const STATISTICS_METRICS = [HOUSEHOLDS_METRIC, DEPARTED_METRIC, ...SAFEGUARD_KINDS.map(kindMetric)] as const;

/** Households by metric, yuan for the subsidy; a metric that is not there counts nothing. */
export type MetricCounts = Readonly<Record<string, number | undefined>>;
