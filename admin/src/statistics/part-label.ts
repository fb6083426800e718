import type { StatisticsTable } from '@anju/domain/contracts';
import { SAFEGUARD_GROUPS } from '../language/domain-words';
import { said } from '../language/said';
import { t } from '../language/t';

/** Heads that say nothing without the group above them. */
const BARE = ['小计', '户数', '占比'].map(said);

/** Values that are in every group. */
const NEEDS_GROUP = ['未填', '其他'].map(said);

/** The name of a column where it stands alone: a group's sum carries the group's name. */
export function partLabel(table: StatisticsTable, key: string): string {
  const group = SAFEGUARD_GROUPS.find((entry) => entry.key === key);
  if (group) return group.label;
  const column = table.columns.find((entry) => entry.key === key);
  if (!column) return key;
  if (column.group === null) return column.label;
  if (BARE.includes(column.label)) return column.group;
  return NEEDS_GROUP.includes(column.label)
    ? t('{group}{label}', { group: column.group, label: column.label })
    : column.label;
}
