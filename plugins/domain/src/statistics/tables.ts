import type { HouseholdFilter } from '../contracts/household';
import type { StatisticsColumn } from '../contracts/statistics';
import { SAFEGUARD_KIND_LABELS } from '../labels';
import { SAFEGUARD_GROUPS } from '../safeguard/kinds';
import {
  SAFEGUARD_KINDS,
  STATISTICS_SCOPES,
  type SafeguardKind,
  type StatisticsScope,
  type StatisticsTableName,
} from '../vocabulary';
import { DEPARTED_METRIC } from './metrics';
import { EXIT_YEARS, SPLITS, type StatisticsSplit } from './splits';
import type { CountedConditions } from './terms';

/** A statistics table: its name on screen, what it may count, and its columns in order. */
export interface StatisticsTableDefinition {
  readonly table: StatisticsTableName;
  readonly label: string;
  readonly scopes: readonly StatisticsScope[];
  readonly columns: readonly StatisticsColumn[];
}

/** A column, and the conditions of the household list that holds exactly what it counts. */
interface CountedColumn {
  readonly column: StatisticsColumn;
  readonly conditions?: CountedConditions;
}

interface CountedTable extends Omit<StatisticsTableDefinition, 'columns'> {
  readonly columns: readonly CountedColumn[];
}

function count(key: string, label: string, conditions: CountedConditions, group: string | null = null): CountedColumn {
  return { column: { key, label, group, unit: 'households' }, conditions };
}

function percentage(key: string, group: string): CountedColumn {
  return { column: { key, label: '占比', group, unit: 'percent' } };
}

const HOUSEHOLDS = count('N', '建档立卡贫困户', {});

/** A group of one kind is one column; any other has its sum, then its kinds. */
function groupColumns({ key, label, kinds }: (typeof SAFEGUARD_GROUPS)[number]): readonly CountedColumn[] {
  const whole: CountedConditions = { kind: [...kinds] };
  if (kinds.length === 1) return [count(key, label, whole)];
  return [
    count(key, '小计', whole, label),
    ...kinds.map((kind) => count(kind, SAFEGUARD_KIND_LABELS[kind], { kind: [kind] }, label)),
  ];
}

/** Only the list says who has left poverty. */
const EXITED: CountedConditions = { source: 'registry', povertyExited: true };

function exitColumns(): readonly CountedColumn[] {
  const group = '已脱贫';
  return [
    count('N', '建档立卡贫困户', { source: 'registry' }),
    count('notExited', '未脱贫', { source: 'registry', povertyExited: false }),
    count('exited', '小计', EXITED, group),
    ...EXIT_YEARS.map((year) => count(`exit${year}`, `${year}年`, { ...EXITED, exitYear: [year] }, group)),
    count('exitYearMissing', '年份缺失', { ...EXITED, exitYear: ['missing'] }, group),
  ];
}

function totalColumn(kind: SafeguardKind): CountedColumn {
  return count('total', SAFEGUARD_KIND_LABELS[kind], { kind: [kind] });
}

function splitColumns(split: StatisticsSplit, prefix = '', group: string | null = null): readonly CountedColumn[] {
  return split.values.map(({ value, label }) =>
    count(`${prefix}${value}`, label, { kind: [split.kind], [split.condition]: [value] }, group),
  );
}

const RENOVATION: CountedConditions = { kind: ['renovation'] };

function renovationColumns(): readonly CountedColumn[] {
  return [
    totalColumn('renovation'),
    ...splitColumns(SPLITS.renovationResult, 'result.', '原住房鉴定（评定）结果'),
    ...splitColumns(SPLITS.renovationMode, 'mode.', '改造方式'),
    ...splitColumns(SPLITS.constructionMode, 'construction.', '建设方式'),
    count('accepted', '已验收', { ...RENOVATION, accepted: true }),
    count('completed', '已竣工', { ...RENOVATION, completed: true }),
    { column: { key: 'subsidyTotal', label: '补助资金合计（元）', group: null, unit: 'yuan' } },
    count('archiveIncomplete', '档案未完成', { ...RENOVATION, archiveIncomplete: true }),
  ];
}

/** A table of one kind whose households divide by one field. */
function splitTable(table: StatisticsTableName, label: string, split: StatisticsSplit): CountedTable {
  return { table, label, scopes: STATISTICS_SCOPES, columns: [totalColumn(split.kind), ...splitColumns(split)] };
}

const TABLES: readonly CountedTable[] = [
  {
    table: 'T1',
    label: '保障方式统计',
    scopes: STATISTICS_SCOPES,
    columns: [
      HOUSEHOLDS,
      ...SAFEGUARD_GROUPS.flatMap(groupColumns),
      count('unrecognised', '未认定', { recognised: false }),
    ],
  },
  {
    table: 'T2',
    label: '录入情况统计',
    scopes: STATISTICS_SCOPES,
    columns: [
      HOUSEHOLDS,
      count('recognised', '户数', { recognised: true }, '已录入'),
      percentage('recognisedShare', '已录入'),
      count('unrecognised', '户数', { recognised: false }, '未录入'),
      percentage('unrecognisedShare', '未录入'),
    ],
  },
  { table: 'T3', label: '脱贫情况统计', scopes: ['registry'], columns: exitColumns() },
  splitTable('T4', '原住房鉴定（评定）安全', SPLITS.originalResult),
  { table: 'T5', label: '农村危房改造情况', scopes: STATISTICS_SCOPES, columns: renovationColumns() },
  splitTable('T6', '易地扶贫搬迁情况', SPLITS.relocationState),
  splitTable('T7', '生态移民、水库移民和避险搬迁情况', SPLITS.relocationType),
  splitTable('T8', '公益性住房情况', SPLITS.publicHousingType),
  splitTable('T9', '其他方式保障情况', SPLITS.otherMeansType),
];

/** The statistics tables in the order of their tabs. */
export const STATISTICS_TABLE_DEFINITIONS: readonly StatisticsTableDefinition[] = TABLES.map((entry) => ({
  ...entry,
  columns: entry.columns.map(({ column }) => column),
}));

/** The definition of a table. */
export function statisticsTableDefinition(table: StatisticsTableName): StatisticsTableDefinition {
  const definition = STATISTICS_TABLE_DEFINITIONS.find((entry) => entry.table === table);
  if (!definition) throw new RangeError(`no statistics table ${table}`);
  return definition;
}

/** The conditions of the list that a column counts; undefined for shares and yuan. */
export function columnConditions(table: StatisticsTableName, key: string): CountedConditions | undefined {
  const columns = TABLES.find((entry) => entry.table === table)?.columns;
  return columns?.find(({ column }) => column.key === key)?.conditions;
}

/** The kind of which a table shows all households, T4–T9. */
export function tableKind(table: StatisticsTableName): SafeguardKind | undefined {
  const kinds = columnConditions(table, 'total')?.kind;
  return SAFEGUARD_KINDS.find((kind) => kinds?.includes(kind));
}

/** Where the households of a cell stand, and which of them the table counts. */
export interface CellPlace {
  readonly regionCode: string;
  readonly scope: StatisticsScope;
  /** A row of households bound to the region itself, above the level of the rows. */
  readonly unplaced?: boolean | undefined;
}

/** The filter of the household list that holds exactly what a cell counts; undefined for shares and yuan. */
export function cellFilter(
  table: StatisticsTableName,
  key: string,
  { regionCode, scope, unplaced = false }: CellPlace,
): HouseholdFilter | undefined {
  const conditions = key === DEPARTED_METRIC ? DEPARTED : columnConditions(table, key);
  if (!conditions) return undefined;
  return {
    ...conditions,
    regionCode,
    ...(scope === 'all' ? {} : { source: scope }),
    ...(unplaced ? { exactRegion: true } : {}),
  };
}

/** What T1 and T2 say beside their total: unrecognised households whose departure is explained. */
const DEPARTED: CountedConditions = { recognised: false, departed: true };
