import { z } from 'zod';
import { SCOPED_DUTIES } from '../duties';
import { STATISTICS_SCOPES, STATISTICS_TABLES } from '../vocabulary';
import { door } from './door';
import { calendarDate, oneOf, regionCode } from './field-shapes';

export const statisticsColumn = z.object({
  key: z.string(),
  label: z.string(),
  /** The heading above this column and its neighbours. */
  group: z.string().nullable(),
  unit: z.enum(['households', 'percent', 'yuan']),
});
export type StatisticsColumn = z.infer<typeof statisticsColumn>;

/** Column key to count; yuan have two decimals, shares are 0–100 with two, or null where there is nothing to divide by. */
export const statisticsCells = z.record(z.string(), z.number().nullable());
export type StatisticsCells = z.infer<typeof statisticsCells>;

export const statisticsRow = z.object({
  regionCode: z.string(),
  regionName: z.string(),
  /** The region itself: households bound above the level of the rows. */
  unplaced: z.literal(true).optional(),
  cells: statisticsCells,
});
export type StatisticsRow = z.infer<typeof statisticsRow>;

export const statisticsTable = z.object({
  table: z.enum(STATISTICS_TABLES),
  label: z.string(),
  region: z.string(),
  regionName: z.string(),
  scope: z.enum(STATISTICS_SCOPES),
  columns: z.array(statisticsColumn),
  rows: z.array(statisticsRow),
  /** The columns of the whole region; T1 and T2 also `departed`: how many of the unrecognised are explained as departed. */
  total: statisticsCells,
  asOf: z.string(),
  /** The day of which these are the kept counts; null for those of now. */
  day: z.string().nullable(),
  /** The last time that the cells of the region were compared with its households, and how many differed; null before the first. */
  recounted: z.object({ at: z.string(), differences: z.int() }).nullable(),
});
export type StatisticsTable = z.infer<typeof statisticsTable>;

export const statisticsTableSummary = z.object({
  table: z.enum(STATISTICS_TABLES),
  label: z.string(),
  scopes: z.array(z.enum(STATISTICS_SCOPES)),
  columns: z.array(statisticsColumn),
});
export type StatisticsTableSummary = z.infer<typeof statisticsTableSummary>;

export const statisticsTablesDoor = door({
  id: 'statistics.table.find',
  method: 'GET',
  path: '/statistics/tables',
  access: SCOPED_DUTIES,
  scope: 'open',
  summary: 'The statistics tables and their columns',
  answer: z.array(statisticsTableSummary),
});

/** The region defaults to the user's own; the counts are those of now, or those that were kept at the end of a day. */
export const statisticsQuery = z.strictObject({
  region: regionCode.optional(),
  scope: oneOf('统计范围', STATISTICS_SCOPES).default('registry'),
  day: calendarDate('日期').optional(),
});
export type StatisticsQuery = z.infer<typeof statisticsQuery>;

export const statisticsTableDoor = door({
  id: 'statistics.table.findOne',
  method: 'GET',
  path: '/statistics/tables/:table',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary: 'One table: the child regions of a region, and their total',
  params: z.strictObject({ table: z.enum(STATISTICS_TABLES, { error: '没有这张统计表' }) }),
  query: statisticsQuery,
  answer: statisticsTable,
});

/** The rows of a workbook: the regions below, or all counties of a province or city with their cities. */
export const statisticsWorkbookQuery = statisticsQuery.extend({
  rows: oneOf('行', ['children', 'counties']).default('children'),
});

export const statisticsWorkbookDoor = door({
  id: 'statistics.table.workbook',
  method: 'GET',
  path: '/statistics/tables/:table/workbook',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary:
    'One table, or `all` tables that count the scope, as a workbook (XLSX): the numbers of the table doors, as of one moment',
  params: z.strictObject({ table: z.enum([...STATISTICS_TABLES, 'all'], { error: '没有这张统计表' }) }),
  query: statisticsWorkbookQuery,
});

export const progressRow = z.object({
  regionCode: z.string(),
  /** How many more are recognised than at the end of the day seven days ago; null while no day is kept from then, and
      for seven days after the region itself was changed. */
  recent: z.number().nullable(),
  /** Whole days since the number of recognised households last rose; null where none is left to recognise. */
  idleDays: z.number().nullable(),
});
export type ProgressRow = z.infer<typeof progressRow>;

export const progressDay = z.object({ day: z.string(), total: z.number(), recognised: z.number() });
export type ProgressDay = z.infer<typeof progressDay>;

export const regionProgress = z.object({
  region: z.string(),
  /** The first day from which counts are kept; null before the first was. */
  since: z.string().nullable(),
  total: progressRow,
  rows: z.array(progressRow),
  /** The region's households of the list on the days on which they changed, the last year's, ending with now. */
  days: z.array(progressDay),
});
export type RegionProgress = z.infer<typeof regionProgress>;

export const statisticsProgressDoor = door({
  id: 'statistics.progress.find',
  method: 'GET',
  path: '/statistics/progress',
  access: SCOPED_DUTIES,
  scope: 'region',
  summary: 'How the recognition of a region and of those below it went on lately, and day by day',
  query: statisticsQuery.pick({ region: true }),
  answer: regionProgress,
});

/** A cell that differs from what counting the households gives. */
export const recountDifference = z.object({
  regionCode: z.string(),
  source: z.string(),
  metric: z.string(),
  kept: z.number(),
  counted: z.number(),
});
export type RecountDifference = z.infer<typeof recountDifference>;

export const recountAnswer = z.object({
  equal: z.boolean(),
  differences: z.array(recountDifference),
  seconds: z.number(),
});
export type RecountAnswer = z.infer<typeof recountAnswer>;

export const recountDoor = door({
  id: 'statistics.recount.run',
  method: 'POST',
  path: '/statistics/recount',
  access: ['supervise'],
  scope: 'region',
  summary:
    "Count the households of the user's region anew, name every cell that differs, and rebuild the cells if any does",
  answer: recountAnswer,
});
