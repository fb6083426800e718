import type { ReviewConditions } from '@anju/domain/contracts';
import { t } from '../language/t';

/** The parts of a reviewer's work. */
export type ReviewTab = 'waiting' | 'approved' | 'returned';

interface TabWords {
  readonly label: string;
  readonly empty: string;
  readonly filter: (level: 'township' | 'county') => ReviewConditions;
}

export const REVIEW_TABS: Readonly<Record<ReviewTab, TabWords>> = {
  waiting: { label: t('待审核'), empty: t('没有待审核的记录'), filter: () => ({}) },
  approved: {
    label: t('已通过'),
    empty: t('还没有通过的记录'),
    filter: (level) => ({ reviewState: level === 'county' ? 'countyApproved' : 'townshipApproved' }),
  },
  returned: { label: t('已退回'), empty: t('没有退回的记录'), filter: () => ({ reviewState: 'returned' }) },
};

/** The tab that an address names; what waits by default. */
export function tabOf(state: string | null): ReviewTab {
  return state === 'approved' || state === 'returned' ? state : 'waiting';
}
