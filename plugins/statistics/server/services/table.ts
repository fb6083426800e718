import {
  HOUSEHOLD_SOURCES,
  regionLevel,
  type StatisticsScope,
  statisticsTableDefinition,
  type StatisticsTableName,
  tableCells,
  tableMetrics,
  totalCells,
} from '@anju/domain';
import type { StatisticsQuery, StatisticsRow, StatisticsTable } from '@anju/domain/contracts';
import { BadInput, NotFound, requestDb } from '@anju/kit';
import { type CountedRegion, regionCounts } from '../queries/region-counts';
import { askedRegion } from './region';
import { boundHere } from './bound-here';

const VILLAGE_LEVEL = 5;

/**
 * One table of a region: its child regions, what is bound above them, and the total, as of one moment.
 * Throws NotFound for a region outside the caller's, BadInput for a scope the table does not count.
 */
export async function readTable(table: StatisticsTableName, query: StatisticsQuery): Promise<StatisticsTable> {
  const { label, columns, scopes } = statisticsTableDefinition(table);
  if (!scopes.includes(query.scope)) throw new BadInput({ scope: '这张表不统计所选范围' });
  const region = askedRegion(query.region);
  const counted = await regionCounts(requestDb(), region, sourcesOf(query.scope), tableMetrics(table));
  const own = counted.find((entry) => entry.code === region);
  if (!own) throw new NotFound();
  return {
    table,
    label,
    region,
    regionName: own.name,
    scope: query.scope,
    columns: [...columns],
    rows: rowsOf(table, own, counted),
    total: totalCells(table, own.counts),
    asOf: own.as_of.toISOString(),
  };
}

function sourcesOf(scope: StatisticsScope) {
  return scope === 'all' ? HOUSEHOLD_SOURCES : [scope];
}

/** A village has no regions below it: its one row is itself. */
function rowsOf(table: StatisticsTableName, own: CountedRegion, counted: readonly CountedRegion[]): StatisticsRow[] {
  const children = counted.filter((entry) => entry !== own);
  if (regionLevel(own.code) === VILLAGE_LEVEL) return [rowOf(table, own)];
  const rows = children.map((child) => rowOf(table, child));
  const unplaced = boundHere(own, children);
  if (Object.values(unplaced).every((count) => count === 0)) return rows;
  return [
    ...rows,
    { regionCode: own.code, regionName: '未落实到下级', unplaced: true, cells: tableCells(table, unplaced) },
  ];
}

function rowOf(table: StatisticsTableName, region: CountedRegion): StatisticsRow {
  return { regionCode: region.code, regionName: region.name, cells: tableCells(table, region.counts) };
}
