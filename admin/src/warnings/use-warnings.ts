import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { WarningKind } from '@anju/domain';
import type { WarningConditions, WarningCounts, WarningRow } from '@anju/domain/contracts';
import { listTotal, type ListTotal } from '../data/list-total';
import { request } from '../http/request';
import { TAB_STATES, type WarningTab } from './warning-tab';

export const WARNINGS_A_PAGE = 25;

export interface WarningQuestion {
  readonly tab: WarningTab;
  readonly kind: WarningKind | undefined;
  readonly page: number;
}

export interface WarningPage {
  readonly rows: readonly WarningRow[];
  readonly total: ListTotal | undefined;
}

/** One page of the warnings of a tab; always read anew, since every save may settle one. */
export function useWarnings({ tab, kind, page }: WarningQuestion) {
  return useQuery({
    queryKey: ['warnings', 'list', tab, kind, page],
    queryFn: async ({ signal }): Promise<WarningPage> => {
      const filter: WarningConditions = { state: [...TAB_STATES[tab]], ...(kind ? { kind } : {}) };
      const from = (page - 1) * WARNINGS_A_PAGE;
      const search = new URLSearchParams({
        filter: JSON.stringify(filter),
        range: JSON.stringify([from, from + WARNINGS_A_PAGE - 1]),
      });
      const { json, headers } = await request<WarningRow[]>(`/warnings?${search}`, { signal });
      return { rows: json, total: listTotal(headers) };
    },
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

/** The warnings of the user's region by kind and state, and which rules sleep. */
export function useWarningCounts(enabled = true) {
  return useQuery({
    queryKey: ['warnings', 'counts'],
    queryFn: async ({ signal }) => (await request<WarningCounts>('/warnings/counts', { signal })).json,
    enabled,
    staleTime: 2000,
    refetchOnMount: 'always',
  });
}

/** Takes a step with a warning, then reads everything that shows it anew. */
export function useWarningStep() {
  const queryClient = useQueryClient();
  return async (id: number, door: 'dismiss' | 'special-case' | 'forward' | 'decide', body: object): Promise<void> => {
    await request<WarningRow>(`/warnings/${id}/${door}`, { method: 'POST', body });
    await queryClient.invalidateQueries();
  };
}
