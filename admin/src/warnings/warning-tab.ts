import { WARNING_KINDS, type WarningKind, type WarningState } from '@anju/domain';
import type { WarningCounts } from '@anju/domain/contracts';

export const WARNING_TABS = ['waiting', 'special', 'settled'] as const;
export type WarningTab = (typeof WARNING_TABS)[number];

export const TAB_LABELS: Readonly<Record<WarningTab, string>> = {
  waiting: '待处理',
  special: '特殊情况',
  settled: '已解除',
};

/** The states that a tab lists. */
export const TAB_STATES: Readonly<Record<WarningTab, readonly WarningState[]>> = {
  waiting: ['open', 'rejected'],
  special: ['proposed', 'submitted', 'forwarded', 'accepted'],
  settled: ['dismissed', 'cleared'],
};

/** The tab and the kind that an address names; anything else is the first tab and every kind. */
export function placeOf(search: URLSearchParams): { readonly tab: WarningTab; readonly kind: WarningKind | undefined } {
  return {
    tab: WARNING_TABS.find((tab) => tab === search.get('tab')) ?? 'waiting',
    kind: WARNING_KINDS.find((kind) => kind === search.get('kind')),
  };
}

/** How many warnings a tab lists, of one kind or of all. */
export function countOf(counts: WarningCounts | undefined, tab: WarningTab, kind?: WarningKind): number | undefined {
  return counts?.counts
    .filter((entry) => TAB_STATES[tab].includes(entry.state) && (kind === undefined || entry.kind === kind))
    .reduce((sum, { count }) => sum + count, 0);
}
