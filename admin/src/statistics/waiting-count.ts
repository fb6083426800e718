import type { StatisticsCells } from '@anju/domain/contracts';

/** Households that still wait to be recognised: the entry list leaves out those whose departure is explained. */
export function waitingCount(total: StatisticsCells): number {
  return (total['unrecognised'] ?? 0) - (total['departed'] ?? 0);
}
