import type { HouseholdFilter } from '../contracts/household';
import { SAFEGUARD_KINDS, type SafeguardKind } from '../vocabulary';
import { DEPARTED_METRIC, HOUSEHOLDS_METRIC, kindMetric, type MetricCounts, NOT_EXITED_METRIC } from './metrics';
import { EXIT_YEARS, knownValues, RENOVATION_TICKS, SPLIT_CONDITIONS, splitsOf, type StatisticsSplit } from './splits';

/** Conditions of the household list, wherever the households stand. */
export type CountedConditions = Omit<HouseholdFilter, 'regionCode' | 'exactRegion'>;

/** A count as a sum of metrics: each with how often it is taken, negative to take it away. */
export type MetricTerms = ReadonlyMap<string, number>;

const NOTHING: MetricTerms = new Map<string, number>();
const RECOGNITION = ['recognised', 'departed', 'kind'];
const EXIT = ['povertyExited', 'exitYear'];

/**
 * The sum of metrics that counts the households of a list's conditions; undefined when the cells do not hold it.
 * Columns of tables and totals of lists are both counted by it, so that they cannot disagree.
 */
export function metricTerms({ source, ...conditions }: CountedConditions): MetricTerms | undefined {
  const asked = Object.entries(conditions).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (asked.every((name) => RECOGNITION.includes(name))) return recognitionTerms(conditions);
  if (asked.every((name) => EXIT.includes(name))) return source === 'registry' ? exitTerms(conditions) : undefined;
  return safeguardTerms(conditions, asked);
}

/** The value of a sum of metrics. */
export function countTerms(terms: MetricTerms, counts: MetricCounts): number {
  return [...terms].reduce((sum, [metric, times]) => sum + times * (counts[metric] ?? 0), 0);
}

function recognitionTerms({ recognised, departed, kind }: CountedConditions): MetricTerms {
  const wantsRecognised = recognised !== false && departed !== true;
  const wantsUnrecognised = recognised !== true && kind === undefined;
  return sum(
    wantsRecognised ? plus((kind ?? SAFEGUARD_KINDS).map(kindMetric)) : NOTHING,
    wantsUnrecognised ? unrecognisedTerms(departed) : NOTHING,
  );
}

function unrecognisedTerms(departed: boolean | undefined): MetricTerms {
  if (departed === true) return plus([DEPARTED_METRIC]);
  const recognised = SAFEGUARD_KINDS.map(kindMetric);
  return sum(plus([HOUSEHOLDS_METRIC]), minus(departed === false ? [...recognised, DEPARTED_METRIC] : recognised));
}

/** The years are kept for households that left poverty. */
function exitTerms({ povertyExited, exitYear }: CountedConditions): MetricTerms | undefined {
  const exited = sum(plus([HOUSEHOLDS_METRIC]), minus([NOT_EXITED_METRIC]));
  if (exitYear === undefined) return povertyExited === true ? exited : plus([NOT_EXITED_METRIC]);
  if (povertyExited !== true) return undefined;
  const years = EXIT_YEARS.map(String);
  return valueTerms(exitYear.map(String), { whole: exited, known: years, rest: 'missing', prefix: 'exitYear' });
}

/** One condition that concerns one kind, or one kind in each of its alternatives. */
function safeguardTerms(conditions: CountedConditions, asked: readonly string[]): MetricTerms | undefined {
  if (conditions.recognised === false || conditions.departed === true) return undefined;
  const [name, ...others] = asked.filter((one) => !RECOGNITION.includes(one));
  if (others.length > 0) return undefined;
  const concerns = (kind: SafeguardKind) => conditions.kind?.includes(kind) ?? true;
  const tick = RENOVATION_TICKS.find((one) => one === name);
  if (tick !== undefined) return concerns('renovation') ? tickTerms(tick, conditions[tick]) : NOTHING;
  const split = SPLIT_CONDITIONS.find((one) => one === name);
  if (split === undefined) return undefined;
  const values = conditions[split] ?? [];
  const parts = splitsOf(split)
    .filter(({ kind }) => concerns(kind))
    .map((one) => splitTerms(one, values));
  return parts.reduce<MetricTerms | undefined>((whole, part) => whole && part && sum(whole, part), NOTHING);
}

function tickTerms(tick: string, value: boolean | undefined): MetricTerms {
  const ticked = plus([`renovation.${tick}`]);
  return value === false ? sum(plus([kindMetric('renovation')]), negative(ticked)) : ticked;
}

/** A value without a column that belongs to another split of the same condition finds nothing here. */
function splitTerms(split: StatisticsSplit, values: readonly string[]): MetricTerms | undefined {
  return valueTerms(values, {
    whole: plus([kindMetric(split.kind)]),
    known: knownValues(split),
    rest: split.rest,
    prefix: split.metric,
  });
}

interface Values {
  readonly whole: MetricTerms;
  readonly known: readonly string[];
  readonly rest: string;
  readonly prefix: string;
}

/** What is no known value is the whole less all known ones; undefined for a value that has no column at all. */
function valueTerms(values: readonly string[], { whole, known, rest, prefix }: Values): MetricTerms | undefined {
  const asked = [...new Set(values)];
  if (asked.some((value) => value !== rest && !known.includes(value))) return undefined;
  const metrics = (some: readonly string[]) => some.map((value) => `${prefix}:${value}`);
  const named = plus(metrics(asked.filter((value) => value !== rest)));
  return asked.includes(rest) ? sum(sum(whole, minus(metrics(known))), named) : named;
}

function plus(metrics: readonly string[]): MetricTerms {
  return new Map(metrics.map((metric) => [metric, 1]));
}

function minus(metrics: readonly string[]): MetricTerms {
  return new Map(metrics.map((metric) => [metric, -1]));
}

function negative(terms: MetricTerms): MetricTerms {
  return new Map([...terms].map(([metric, times]) => [metric, -times]));
}

function sum(first: MetricTerms, second: MetricTerms): MetricTerms {
  const total = new Map(first);
  for (const [metric, times] of second) total.set(metric, (total.get(metric) ?? 0) + times);
  return new Map([...total].filter(([, times]) => times !== 0));
}
