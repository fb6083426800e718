import type { StatisticsCells } from '../contracts/statistics';
import { SAFEGUARD_GROUPS } from '../safeguard/kinds';
import { SAFEGUARD_KINDS, type SafeguardKind, type StatisticsTableName } from '../vocabulary';
import { DEPARTED_METRIC, HOUSEHOLDS_METRIC, kindMetric, type MetricCounts } from './metrics';
import { share } from './share';

/** The cells of one row of a table, from the metrics of its region; never averaged, always from counts. */
export function tableCells(table: StatisticsTableName, counts: MetricCounts): StatisticsCells {
  return table === 'T1' ? safeguardCells(counts) : entryCells(counts);
}

/** The cells of a table's total row: the same, and how many of the unrecognised are explained as departed. */
export function totalCells(table: StatisticsTableName, counts: MetricCounts): StatisticsCells {
  return { ...tableCells(table, counts), departed: counts[DEPARTED_METRIC] ?? 0 };
}

function safeguardCells(counts: MetricCounts): StatisticsCells {
  const cells: StatisticsCells = { N: households(counts) };
  for (const group of SAFEGUARD_GROUPS) {
    cells[group.key] = recognisedAs(counts, group.kinds);
    for (const kind of group.kinds) cells[kind] = recognisedAs(counts, [kind]);
  }
  return { ...cells, unrecognised: households(counts) - recognisedAs(counts, SAFEGUARD_KINDS) };
}

function entryCells(counts: MetricCounts): StatisticsCells {
  const all = households(counts);
  const recognised = recognisedAs(counts, SAFEGUARD_KINDS);
  const unrecognised = all - recognised;
  return {
    N: all,
    recognised,
    recognisedShare: share(recognised, all),
    unrecognised,
    unrecognisedShare: share(unrecognised, all),
  };
}

function households(counts: MetricCounts): number {
  return counts[HOUSEHOLDS_METRIC] ?? 0;
}

function recognisedAs(counts: MetricCounts, kinds: readonly SafeguardKind[]): number {
  return kinds.reduce((total, kind) => total + (counts[kindMetric(kind)] ?? 0), 0);
}
