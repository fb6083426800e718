import { LONGEST_PAGE } from '@anju/domain/contracts';
import type { RowsPage } from '../queries/option-rows';

/** The page a list request asks for; option lists are short, so that without a range the longest page holds them. */
export function pageOf(
  range: readonly [number, number] | undefined,
  sort: readonly [string, 'ASC' | 'DESC'] | undefined,
  defaultSort: string,
): RowsPage {
  const [from, to] = range ?? [0, LONGEST_PAGE - 1];
  const [field, direction] = sort ?? [defaultSort, 'ASC'];
  return { sort: field, descending: direction === 'DESC', offset: from, limit: to - from + 1 };
}
