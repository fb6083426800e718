import { WARNING_KINDS, type WarningKind, type WarningState } from '@anju/domain';
import type { WarningCounts } from '@anju/domain/contracts';
import { t } from '../language/t';

export const WARNING_TABS = ['waiting', 'special', 'settled'] as const;
export type WarningTab = (typeof WARNING_TABS)[number];

export const WARNING_ORDERS = ['region', 'oldest'] as const;
export type WarningOrder = (typeof WARNING_ORDERS)[number];

export const ORDER_LABELS: Readonly<Record<WarningOrder, string>> = {
  region: t('按地区'),
  oldest: t('等待最久的在前'),
};

export const TAB_LABELS: Readonly<Record<WarningTab, string>> = {
  waiting: t('待处理'),
  special: t('特殊情况'),
  settled: t('已解除'),
};

/** The states that a tab lists. */
export const TAB_STATES: Readonly<Record<WarningTab, readonly WarningState[]>> = {
  waiting: ['open', 'rejected'],
  special: ['proposed', 'submitted', 'forwarded', 'accepted'],
  settled: ['dismissed', 'cleared'],
};

/** What an address asks for. */
export interface WarningPlace {
  readonly tab: WarningTab;
  readonly kind: WarningKind | undefined;
  readonly order: WarningOrder;
  /** A part of the user's region; undefined for all of it. */
  readonly region: string | undefined;
  /** The counts by region instead of the list. */
  readonly byRegion: boolean;
}

/** The tab, kind, order and region that an address names; anything else is the first tab and every kind. */
export function placeOf(search: URLSearchParams): WarningPlace {
  return {
    order: WARNING_ORDERS.find((order) => order === search.get('order')) ?? 'region',
    region: /^\d{2,12}$/.exec(search.get('region') ?? '')?.[0],
    byRegion: search.get('view') === 'regions',
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
