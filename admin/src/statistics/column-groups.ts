import type { StatisticsColumn } from '@anju/domain/contracts';

export interface ColumnGroup {
  /** The heading above the columns; undefined for a column that stands alone. */
  readonly label: string | undefined;
  readonly columns: readonly StatisticsColumn[];
}

/** Neighbouring columns under one heading. */
export function columnGroups(columns: readonly StatisticsColumn[]): readonly ColumnGroup[] {
  return columns.reduce<readonly ColumnGroup[]>((groups, column) => {
    const last = groups.at(-1);
    if (column.group !== null && last?.label === column.group) {
      return [...groups.slice(0, -1), { ...last, columns: [...last.columns, column] }];
    }
    return [...groups, { label: column.group ?? undefined, columns: [column] }];
  }, []);
}
