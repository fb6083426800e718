import type { HouseholdRow } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser } from '../auth/current-user';

export interface RowAction {
  readonly label: string;
  readonly to: string;
}

/** What the user may do with a household: enter it while it is unrecognised, mend what was returned, else look. */
export function useRowAction(): (row: HouseholdRow) => RowAction {
  const mayEnter = hasDuty(useCurrentUser(), 'enter');
  return (row) => {
    if (mayEnter && !row.recognised) return { label: '录入认定信息', to: `/entry/${row.id}` };
    if (mayEnter && row.reviewState === 'returned') return { label: '修改', to: `/entry/${row.id}` };
    return { label: '查看', to: `/households/${row.id}` };
  };
}
