import type { RecountAnswer, RecountDifference } from '@anju/domain/contracts';
import { requestDb } from '@anju/kit';
import { rebuildStatistics } from '../queries/rebuild-statistics';
import { noteRecount } from '../queries/recounts';
import { type StatisticsDifference, statisticsDifferences } from '../queries/statistics-differences';

/**
 * Counts the households of the caller's region anew and names every cell that disagrees.
 * When there is one, all cells are rebuilt, so that the next recount is equal.
 */
export async function recount(): Promise<RecountAnswer> {
  const start = performance.now();
  const differences = await statisticsDifferences(requestDb());
  if (differences.length > 0) await rebuildStatistics(requestDb());
  await noteRecount(requestDb(), differences.length);
  return {
    equal: differences.length === 0,
    differences: differences.flatMap(namedDifferences),
    seconds: Math.round(performance.now() - start) / 1000,
  };
}

/** A metric may disagree in its households, in its yuan, or in both. */
function namedDifferences(difference: StatisticsDifference): readonly RecountDifference[] {
  const { code: regionCode, source, metric } = difference;
  return [
    { regionCode, source, metric, kept: Number(difference.stored), counted: Number(difference.counted) },
    {
      regionCode,
      source,
      metric: `${metric} (yuan)`,
      kept: Number(difference.stored_amount),
      counted: Number(difference.counted_amount),
    },
  ].filter(({ kept, counted }) => kept !== counted);
}
