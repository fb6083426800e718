import type { ProgressRow, StatisticsRow, StatisticsTable } from '@anju/domain/contracts';
import { t } from '../language/t';
import { signedText } from '../vocabulary/numbers';
import type { NumberOf } from './compared-rows';
import { useProgress } from './use-statistics';

/** Columns of how the recognition went on lately. */
export const LATELY_COLUMNS = [
  { key: 'recent', label: t('近7日新增') },
  { key: 'idleDays', label: t('停滞天数') },
] as const;
export type LatelyKey = (typeof LATELY_COLUMNS)[number]['key'];

export interface Lately {
  readonly since: string | null;
  of(row: StatisticsRow): ProgressRow | undefined;
}

/** How it went on lately in each row of 录入情况统计 of the list; undefined for any other table, and for days of the past. */
export function useLately(table: StatisticsTable): Lately | undefined {
  const isAsked = table.table === 'T2' && table.scope === 'registry' && table.day === null;
  const { data } = useProgress(table.region, isAsked);
  if (!isAsked || !data) return undefined;
  const rows = new Map(data.rows.map((row) => [row.regionCode, row]));
  return {
    since: data.since,
    of: (row) => (row.unplaced ? undefined : row.regionCode === table.region ? data.total : rows.get(row.regionCode)),
  };
}

/** What stands in such a column. */
export function latelyText(lately: ProgressRow | undefined, key: LatelyKey): string {
  if (key === 'recent') return signedText(lately?.recent);
  return lately?.idleDays ? t('{idleDays} 天', { idleDays: lately.idleDays }) : '–';
}

/** A row's number in any column, those of late among them. */
export function numberOf(lately: Lately | undefined): NumberOf {
  return (row, key) => {
    const column = LATELY_COLUMNS.find((one) => one.key === key);
    return column ? lately?.of(row)?.[column.key] : row.cells[key];
  };
}
