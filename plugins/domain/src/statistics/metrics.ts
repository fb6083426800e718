import { SAFEGUARD_KINDS, type SafeguardKind } from '../vocabulary';

/** Households of a region, recognised or not. */
export const HOUSEHOLDS_METRIC = 'N';
/** Unrecognised households whose departure is explained. */
export const DEPARTED_METRIC = 'departed';

/** The metric that counts the households recognised as a kind. */
export function kindMetric<Kind extends SafeguardKind>(kind: Kind): `kind:${Kind}` {
  return `kind:${kind}`;
}

/** Metrics that the cells keep; everything else in a table is computed from them. */
export const STATISTICS_METRICS = [HOUSEHOLDS_METRIC, DEPARTED_METRIC, ...SAFEGUARD_KINDS.map(kindMetric)] as const;

/** Counts by metric; a metric that is not there counts nothing. */
export type MetricCounts = Readonly<Record<string, number | undefined>>;
