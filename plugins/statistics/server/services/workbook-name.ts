import type { StatisticsTableName } from '@anju/domain';
import type { StatisticsTable } from '@anju/domain/contracts';
import { registerToday } from '@anju/kit';

/** The name under which a workbook is saved. */
export function workbookName(
  { regionName, label, asOf, day }: StatisticsTable,
  table: StatisticsTableName | 'all',
): string {
  const what = table === 'all' ? '数据统计分析' : label;
  return `${regionName}${what} ${day ?? registerToday(new Date(asOf))}.xlsx`;
}
