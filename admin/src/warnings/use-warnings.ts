import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { WarningKind } from '@anju/domain';
import type {
  SpecialCaseBatch,
  WarningConditions,
  WarningCounts,
  WarningRegions,
  WarningRow,
} from '@anju/domain/contracts';
import { listTotal, type ListTotal } from '../data/list-total';
import { useNumberedPages } from '../data/use-numbered-pages';
import { request } from '../http/request';
import { TAB_STATES, type WarningPlace } from './warning-tab';

export const WARNINGS_A_PAGE = 25;
const BATCHES_A_PAGE = 10;

export interface WarningQuestion extends WarningPlace {
  readonly page: number;
}

export interface WarningPage {
  readonly rows: readonly WarningRow[];
  readonly total: ListTotal | undefined;
}

/** One page of the warnings of a tab; always read anew, since every save may settle one. */
export function useWarnings({ tab, kind, order, region, page }: WarningQuestion) {
  return useQuery({
    queryKey: ['warnings', 'list', tab, kind, order, region, page],
    queryFn: async ({ signal }): Promise<WarningPage> => {
      const filter: WarningConditions = {
        state: [...TAB_STATES[tab]],
        ...(kind ? { kind } : {}),
        ...(region ? { regionCode: region } : {}),
      };
      const from = (page - 1) * WARNINGS_A_PAGE;
      const search = new URLSearchParams({
        filter: JSON.stringify(filter),
        range: JSON.stringify([from, from + WARNINGS_A_PAGE - 1]),
        ...(order === 'oldest' ? { sort: '["openedAt","ASC"]' } : {}),
      });
      const { json, headers } = await request<WarningRow[]>(`/warnings?${search}`, { signal });
      return { rows: json, total: listTotal(headers) };
    },
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

/** The warnings of a region (by default the user's own) by kind and state, and which rules sleep. */
export function useWarningCounts(enabled = true, region?: string) {
  const search = region === undefined ? '' : `?${new URLSearchParams({ regionCode: region })}`;
  return useQuery({
    queryKey: ['warnings', 'counts', region],
    queryFn: async ({ signal }) => (await request<WarningCounts>(`/warnings/counts${search}`, { signal })).json,
    enabled,
    staleTime: 2000,
    refetchOnMount: 'always',
  });
}

/** The warnings of each part of a region. */
export function useWarningRegions(region: string | undefined, kind: WarningKind | undefined) {
  const search = new URLSearchParams({ ...(region ? { regionCode: region } : {}), ...(kind ? { kind } : {}) });
  return useQuery({
    queryKey: ['warnings', 'regions', region, kind],
    queryFn: async ({ signal }) => (await request<WarningRegions>(`/warnings/regions?${search}`, { signal })).json,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

/** The batches of special cases that were sent in the user's region, newest first. */
export function useSpecialCaseBatches() {
  return useNumberedPages<SpecialCaseBatch>({
    key: ['warnings', 'batches'],
    path: '/warnings/special-cases',
    rowsAPage: BATCHES_A_PAGE,
  });
}

/** Posts to a door of the warnings, then reads everything that shows them anew. */
export function useWarningPost() {
  const queryClient = useQueryClient();
  return async <Answer>(path: string, body: object): Promise<Answer> => {
    const { json } = await request<Answer>(`/warnings${path}`, { method: 'POST', body });
    await queryClient.invalidateQueries();
    return json;
  };
}

/** Takes a step with a warning, then reads everything that shows it anew. */
export function useWarningStep() {
  const post = useWarningPost();
  return async (id: number, door: 'dismiss' | 'special-case' | 'forward' | 'decide', body: object): Promise<void> => {
    await post<WarningRow>(`/${id}/${door}`, body);
  };
}
