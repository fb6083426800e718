import type { StatisticsColumn } from '../contracts/statistics';
import { SAFEGUARD_KIND_LABELS } from '../labels';
import { SAFEGUARD_GROUPS } from '../safeguard/kinds';
import { STATISTICS_SCOPES, type StatisticsScope, type StatisticsTableName } from '../vocabulary';

/** A statistics table: its name on screen, what it may count, and its columns in order. */
export interface StatisticsTableDefinition {
  readonly table: StatisticsTableName;
  readonly label: string;
  readonly scopes: readonly StatisticsScope[];
  readonly columns: readonly StatisticsColumn[];
}

const HOUSEHOLDS: StatisticsColumn = { key: 'N', label: '建档立卡贫困户', group: null, unit: 'households' };

function count(key: string, label: string, group: string | null = null): StatisticsColumn {
  return { key, label, group, unit: 'households' };
}

function percentage(key: string, group: string): StatisticsColumn {
  return { key, label: '占比', group, unit: 'percent' };
}

/** A group of one kind is one column; any other has its sum, then its kinds. */
function groupColumns(group: (typeof SAFEGUARD_GROUPS)[number]): readonly StatisticsColumn[] {
  if (group.kinds.length === 1) return [count(group.key, group.label)];
  const kinds = group.kinds.map((kind) => count(kind, SAFEGUARD_KIND_LABELS[kind], group.label));
  return [count(group.key, '小计', group.label), ...kinds];
}

/** The statistics tables in the order of their tabs. */
export const STATISTICS_TABLE_DEFINITIONS: readonly StatisticsTableDefinition[] = [
  {
    table: 'T1',
    label: '保障方式统计',
    scopes: STATISTICS_SCOPES,
    columns: [HOUSEHOLDS, ...SAFEGUARD_GROUPS.flatMap(groupColumns), count('unrecognised', '未认定')],
  },
  {
    table: 'T2',
    label: '录入情况统计',
    scopes: STATISTICS_SCOPES,
    columns: [
      HOUSEHOLDS,
      count('recognised', '户数', '已录入'),
      percentage('recognisedShare', '已录入'),
      count('unrecognised', '户数', '未录入'),
      percentage('unrecognisedShare', '未录入'),
    ],
  },
];

/** The definition of a table. */
export function statisticsTableDefinition(table: StatisticsTableName): StatisticsTableDefinition {
  const definition = STATISTICS_TABLE_DEFINITIONS.find((entry) => entry.table === table);
  if (!definition) throw new RangeError(`no statistics table ${table}`);
  return definition;
}
