import type { HouseholdConditions } from '@anju/domain/contracts';
import { useQueries } from '@tanstack/react-query';
import { useDataProvider, useListContext } from 'ra-core';
import { totalOf, type ListTotal } from '../data/list-total';
import { t } from '../language/t';
import { TabRow } from '../layout/tab-row';
import { countText } from '../vocabulary/numbers';
import { LIST_TABS, onTab, TAB_LABELS, tabOf, type ListFilter } from './list-filter';
import { useListFilter } from './use-list-filter';

/** 未认定, 已认定, 全部, 已说明退出: the same conditions, each with its count under what the page fixes besides. */
export function ListTabs({ fixed }: { readonly fixed: HouseholdConditions }) {
  const { setFilters } = useListContext();
  const filter = useListFilter();
  const counts = useTabCounts(filter, fixed);
  const current = tabOf(filter);
  return (
    <TabRow role="tablist" aria-label={t('名单分类')}>
      {LIST_TABS.map((tab, index) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={tab === current}
          onClick={() => setFilters(onTab(filter, tab), undefined, false)}
        >
          {TAB_LABELS[tab]} <span className="count">{counts[index]}</span>
        </button>
      ))}
    </TabRow>
  );
}

function useTabCounts(filter: ListFilter, fixed: HouseholdConditions): readonly string[] {
  const dataProvider = useDataProvider();
  return useQueries({
    queries: LIST_TABS.map((tab) => {
      const conditions = { ...onTab(filter, tab), ...fixed };
      return {
        queryKey: ['households', 'count', conditions],
        queryFn: async ({ signal }: { signal: AbortSignal }) => {
          const answer = await dataProvider.getList('households', {
            filter: conditions,
            pagination: { page: 1, perPage: 1 },
            sort: { field: 'regionCode', order: 'ASC' },
            signal,
          });
          return totalText(totalOf(answer.meta));
        },
      };
    }),
  }).map(({ data }) => data ?? '');
}

function totalText(total: ListTotal | undefined): string {
  return total === undefined ? '' : `${countText(total.count)}${total.bounded ? '+' : ''}`;
}
