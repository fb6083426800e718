import {
  HOUSEHOLD_SOURCES,
  type HouseholdSource,
  regionLevel,
  type StatisticsScope,
  statisticsTableDefinition,
  type StatisticsTableName,
  tableCells,
  tableMetrics,
  totalCells,
} from '@anju/domain';
import type { StatisticsQuery, StatisticsRow, StatisticsTable } from '@anju/domain/contracts';
import { BadInput, NotFound, registerToday, requestDb } from '@anju/kit';
import { countyCounts } from '../queries/county-counts';
import { dayCounts, firstKeptDay } from '../queries/day-counts';
import { lastRecount } from '../queries/recounts';
import { type CountedRegion, regionCounts } from '../queries/region-counts';
import { askedRegion } from './region';
import { boundHere } from './bound-here';

const VILLAGE_LEVEL = 5;
const COUNTY_CODE_LENGTH = 6;
/** Levels of province and city, whose counties stand in one table. */
const ABOVE_COUNTIES = [1, 2];

/** What the rows of a table are: the regions below, or all counties with their cities. */
export type StatisticsRows = 'children' | 'counties';

/**
 * One table of a region: its child regions, what is bound above them, and the total, as of one moment.
 * Throws NotFound for a region outside the caller's, BadInput for a scope the table does not count.
 */
export async function readTable(table: StatisticsTableName, query: StatisticsQuery): Promise<StatisticsTable> {
  const [read] = await readTables([table], query, 'children');
  if (!read) throw new BadInput({ scope: '这张表不统计所选范围' });
  return read;
}

/** Several tables of a region out of one statement, so that they agree; those that do not count the scope are left out. */
export async function readTables(
  tables: readonly StatisticsTableName[],
  query: StatisticsQuery,
  kind: StatisticsRows,
): Promise<StatisticsTable[]> {
  const counting = tables.filter((table) => statisticsTableDefinition(table).scopes.includes(query.scope));
  if (counting.length === 0) return [];
  const region = askedRegion(query.region);
  if (kind === 'counties' && !ABOVE_COUNTIES.includes(regionLevel(region) ?? 0)) {
    throw new BadInput({ rows: '只有省和市可以按县汇总，请选择省或市' });
  }
  const metrics = [...new Set(counting.flatMap((table) => tableMetrics(table)))];
  const day = await keptDay(query.day, region);
  const counted = await countsOf({ region, day, rows: kind }, sourcesOf(query.scope), metrics);
  const own = counted.find((entry) => entry.code === region);
  if (!own) throw new NotFound();
  const below = counted.filter((entry) => entry !== own);
  const recounted = await lastRecount(requestDb(), region);
  return counting.map((table) => ({
    table,
    label: statisticsTableDefinition(table).label,
    region,
    regionName: own.name,
    scope: query.scope,
    columns: [...statisticsTableDefinition(table).columns],
    rows: kind === 'counties' ? rowsByCounty(table, own, below) : rowsOf(table, own, below),
    total: totalCells(table, own.counts),
    asOf: own.as_of.toISOString(),
    day,
    recounted: recounted ? { at: recounted.at.toISOString(), differences: recounted.differences } : null,
  }));
}

/** The day of the past that is asked for; null for now. Throws BadInput for a day that is not kept. */
async function keptDay(day: string | undefined, region: string): Promise<string | null> {
  const today = registerToday();
  if (day === undefined || day === today) return null;
  if (day > today) throw new BadInput({ day: '日期不能晚于今天' });
  const first = await firstKeptDay(requestDb(), region);
  if (first === null || day < first) {
    throw new BadInput({ day: first === null ? '该地区还没有留存的历史数据' : `该地区的历史数据自 ${first} 起留存` });
  }
  return day;
}

function countsOf(
  asked: { readonly region: string; readonly day: string | null; readonly rows: StatisticsRows },
  sources: readonly HouseholdSource[],
  metrics: readonly string[],
): Promise<CountedRegion[]> {
  if (asked.day !== null) return dayCounts(requestDb(), { ...asked, day: asked.day }, sources, metrics);
  const count = asked.rows === 'counties' ? countyCounts : regionCounts;
  return count(requestDb(), asked.region, sources, metrics);
}

function sourcesOf(scope: StatisticsScope) {
  return scope === 'all' ? HOUSEHOLD_SOURCES : [scope];
}

/** A village has no regions below it: its one row is itself. */
function rowsOf(table: StatisticsTableName, own: CountedRegion, children: readonly CountedRegion[]): StatisticsRow[] {
  if (regionLevel(own.code) === VILLAGE_LEVEL) return [rowOf(table, own)];
  return [...children.map((child) => rowOf(table, child)), ...unplacedRow(table, own, children)];
}

/** Of a province each city, then its counties; of a city its counties. */
function rowsByCounty(
  table: StatisticsTableName,
  own: CountedRegion,
  below: readonly CountedRegion[],
): StatisticsRow[] {
  const isCounty = ({ code }: CountedRegion) => code.length === COUNTY_CODE_LENGTH;
  const cities = below.filter((region) => !isCounty(region));
  if (cities.length === 0) return rowsOf(table, own, below);
  const grouped = cities.flatMap((city) => {
    const counties = below.filter((region) => isCounty(region) && region.code.startsWith(city.code));
    return [rowOf(table, city), ...rowsOf(table, city, counties)];
  });
  return [...grouped, ...unplacedRow(table, own, cities)];
}

/** What is bound to the region itself, when there is any. */
function unplacedRow(
  table: StatisticsTableName,
  own: CountedRegion,
  children: readonly CountedRegion[],
): readonly StatisticsRow[] {
  const unplaced = boundHere(own, children);
  // Other tables' metrics may have been counted along.
  if (tableMetrics(table).every((metric) => (unplaced[metric] ?? 0) === 0)) return [];
  const cells = tableCells(table, unplaced);
  return [{ regionCode: own.code, regionName: '未落实到下级', unplaced: true, cells }];
}

function rowOf(table: StatisticsTableName, region: CountedRegion): StatisticsRow {
  return { regionCode: region.code, regionName: region.name, cells: tableCells(table, region.counts) };
}
