import type { StatisticsRow } from '@anju/domain/contracts';

/** A row's number in a column. */
export type NumberOf = (row: StatisticsRow, key: string) => number | null | undefined;

/** The regions in the order that compares them by a column: largest first, with `-` smallest first; what has no number comes last. */
export function comparedRows(
  rows: readonly StatisticsRow[],
  sort: string | undefined,
  numberOf: NumberOf,
): readonly StatisticsRow[] {
  if (sort === undefined) return rows;
  const key = sort.replace(/^-/, '');
  const sign = sort.startsWith('-') ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [first, second] = [numberOf(one, key), numberOf(other, key)];
    if (typeof first !== 'number' || typeof second !== 'number')
      return Number(typeof first !== 'number') - Number(typeof second !== 'number');
    return sign * (first - second);
  });
}

/** What a click on a column's head asks for: largest first, then smallest first, then the order of the codes again. */
export function nextSort(sort: string | undefined, key: string): string | undefined {
  if (sort === key) return `-${key}`;
  return sort === `-${key}` ? undefined : key;
}
