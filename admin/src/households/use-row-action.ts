import type { HouseholdRow } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';

export interface RowAction {
  readonly label: string;
  readonly to: string;
}

/** What the user may do with a household: enter it while it is unrecognised, mend what was returned, else look. */
export function useRowAction(): (row: HouseholdRow) => RowAction {
  const mayEnter = hasDuty(useCurrentUser(), 'enter');
  return (row) => {
    if (mayEnter && !row.recognised) return { label: t('录入认定信息'), to: `/entry/${row.id}` };
    if (mayEnter && row.reviewState === 'returned') return { label: t('修改'), to: `/entry/${row.id}` };
    return { label: t('查看'), to: `/households/${row.id}` };
  };
}
