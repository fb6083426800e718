import type { StatisticsCells, StatisticsColumn } from '../contracts/statistics';
import type { StatisticsTableName } from '../vocabulary';
import { DEPARTED_METRIC, HOUSEHOLDS_METRIC, type MetricCounts, SUBSIDY_METRIC } from './metrics';
import { share } from './share';
import { columnConditions, statisticsTableDefinition } from './tables';
import { countTerms, metricTerms, type MetricTerms } from './terms';

/** The cells of one row of a table, from the metrics of its region; never averaged, always from counts. */
export function tableCells(table: StatisticsTableName, counts: MetricCounts): StatisticsCells {
  const terms = columnTerms(table);
  return Object.fromEntries(
    statisticsTableDefinition(table).columns.map((column) => [column.key, cell(column, terms, counts)]),
  );
}

/** The cells of a table's total row; T1 and T2 also say how many of the unrecognised are explained as departed. */
export function totalCells(table: StatisticsTableName, counts: MetricCounts): StatisticsCells {
  const cells = tableCells(table, counts);
  return showsDeparted(table) ? { ...cells, departed: counts[DEPARTED_METRIC] ?? 0 } : cells;
}

/** The metrics that a table is computed from. */
export function tableMetrics(table: StatisticsTableName): readonly string[] {
  const counted = [...columnTerms(table).values()].flatMap((terms) => [...terms.keys()]);
  const hasYuan = statisticsTableDefinition(table).columns.some(({ unit }) => unit === 'yuan');
  return [
    ...new Set([...counted, ...(hasYuan ? [SUBSIDY_METRIC] : []), ...(showsDeparted(table) ? [DEPARTED_METRIC] : [])]),
  ];
}

function showsDeparted(table: StatisticsTableName): boolean {
  return table === 'T1' || table === 'T2';
}

function cell(column: StatisticsColumn, terms: ReadonlyMap<string, MetricTerms>, counts: MetricCounts): number | null {
  const valueOf = (key: string) => countTerms(terms.get(key) ?? new Map<string, number>(), counts);
  switch (column.unit) {
    case 'yuan':
      return counts[SUBSIDY_METRIC] ?? 0;
    case 'percent':
      return share(valueOf(column.key.slice(0, -'Share'.length)), counts[HOUSEHOLDS_METRIC] ?? 0);
    case 'households':
      return valueOf(column.key);
  }
}

/** Every column of households is a sum of metrics; which one never changes. */
const TERMS = new Map<StatisticsTableName, ReadonlyMap<string, MetricTerms>>();

function columnTerms(table: StatisticsTableName): ReadonlyMap<string, MetricTerms> {
  const kept = TERMS.get(table);
  if (kept) return kept;
  const terms = new Map(
    statisticsTableDefinition(table).columns.flatMap(({ key, unit }): [string, MetricTerms][] =>
      unit === 'households' ? [[key, termsOf(table, key)]] : [],
    ),
  );
  TERMS.set(table, terms);
  return terms;
}

function termsOf(table: StatisticsTableName, key: string): MetricTerms {
  const conditions = columnConditions(table, key);
  const terms = conditions && metricTerms(conditions);
  if (!terms) throw new RangeError(`the cells do not hold ${table} ${key}`);
  return terms;
}
