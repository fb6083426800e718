import type { MetricCounts } from '@anju/domain';
import type { CountedRegion } from '../queries/region-counts';

/** What is bound to the region itself: its own counts less those of its children; yuan exact to the cent. */
export function boundHere(own: CountedRegion, children: readonly CountedRegion[]): MetricCounts {
  return Object.fromEntries(
    Object.entries(own.counts).map(([metric, value = 0]) => [
      metric,
      (cents(value) - children.reduce((sum, child) => sum + cents(child.counts[metric] ?? 0), 0)) / 100,
    ]),
  );
}

function cents(value: number): number {
  return Math.round(value * 100);
}
