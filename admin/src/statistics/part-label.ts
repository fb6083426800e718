import { SAFEGUARD_GROUPS } from '@anju/domain';
import type { StatisticsTable } from '@anju/domain/contracts';

/** The name of a column where it stands alone: a group's sum carries the group's name. */
export function partLabel(table: StatisticsTable, key: string): string {
  const group = SAFEGUARD_GROUPS.find((entry) => entry.key === key);
  if (group) return group.label;
  const column = table.columns.find((entry) => entry.key === key);
  return column?.group ?? column?.label ?? key;
}
