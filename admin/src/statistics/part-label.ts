import { SAFEGUARD_GROUPS } from '@anju/domain';
import type { StatisticsTable } from '@anju/domain/contracts';

/** Heads that say nothing without the group above them. */
const BARE = ['小计', '户数', '占比'];

/** The name of a column where it stands alone: a group's sum carries the group's name. */
export function partLabel(table: StatisticsTable, key: string): string {
  const group = SAFEGUARD_GROUPS.find((entry) => entry.key === key);
  if (group) return group.label;
  const column = table.columns.find((entry) => entry.key === key);
  if (!column) return key;
  if (column.group === null) return column.label;
  if (BARE.includes(column.label)) return column.group;
  return column.label === '未填' || column.label === '其他' ? `${column.group}${column.label}` : column.label;
}
