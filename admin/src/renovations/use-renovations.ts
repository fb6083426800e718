import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { RENOVATION_TABS, type RenovationTab } from '@anju/domain';
import type { RenovationConditions, RenovationDetail, RenovationRow } from '@anju/domain/contracts';
import { Cursors } from '../data/cursors';
import { listTotal, type ListTotal } from '../data/list-total';
import { request } from '../http/request';
import { countText } from '../vocabulary/numbers';

const cursors = new Cursors();
const DOOR = '/registry/renovations';

export interface RenovationPageRead {
  readonly rows: readonly RenovationRow[];
  readonly total: ListTotal | undefined;
  readonly hasNext: boolean;
}

/** One page of the archives that match, by the cursor of the page before where there is one. */
export function useRenovations(filter: RenovationConditions, page: number, perPage: number) {
  return useQuery({
    queryKey: ['renovations', 'list', filter, page, perPage],
    queryFn: async ({ signal }): Promise<RenovationPageRead> => {
      const key = JSON.stringify([filter, perPage]);
      const after = cursors.find(key, page);
      const from = after === undefined ? (page - 1) * perPage : 0;
      const search = new URLSearchParams({
        filter: JSON.stringify(filter),
        range: JSON.stringify([from, from + perPage - 1]),
        ...(after === undefined ? {} : { after }),
      });
      const { json, headers } = await request<RenovationRow[]>(`${DOOR}?${search}`, { signal });
      const next = headers.get('X-Next-Cursor');
      if (next) cursors.remember(key, page + 1, next);
      return { rows: json, total: listTotal(headers), hasNext: next !== null };
    },
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

/** How many archives each tab lists under the other conditions, as text; empty while it is being counted. */
export function useTabCounts(filter: RenovationConditions): Readonly<Partial<Record<RenovationTab, string>>> {
  const { tab: _tab, ...conditions } = filter;
  const counts = useQueries({
    queries: RENOVATION_TABS.map((tab) => ({
      queryKey: ['renovations', 'count', tab, conditions],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const asked: RenovationConditions = { ...conditions, tab };
        const search = new URLSearchParams({ filter: JSON.stringify(asked), range: '[0,0]' });
        const { headers } = await request<RenovationRow[]>(`${DOOR}?${search}`, { signal });
        const total = listTotal(headers);
        return total === undefined ? '' : `${countText(total.count)}${total.bounded ? '+' : ''}`;
      },
    })),
  });
  return Object.fromEntries(RENOVATION_TABS.map((tab, index) => [tab, counts[index]?.data ?? '']));
}

/** One archive with everything known of it; opening it is journalled by the server. */
export function useRenovation(id: string) {
  return useQuery({
    queryKey: ['renovations', 'one', id],
    queryFn: async ({ signal }) => (await request<RenovationDetail>(`${DOOR}/${id}`, { signal })).json,
    enabled: /^\d+$/.test(id),
    retry: false,
    refetchOnMount: 'always',
  });
}

/** Writes an archive through one of its doors; whatever shows archives or households is then read anew. */
export function useRenovationStep() {
  const queryClient = useQueryClient();
  return async (path: string, method: 'POST' | 'PUT', body: object): Promise<RenovationDetail> => {
    const { json } = await request<RenovationDetail>(`${DOOR}${path}`, { method, body });
    cursors.clear();
    queryClient.setQueryData(['renovations', 'one', String(json.id)], json);
    void queryClient.invalidateQueries({ queryKey: ['renovations'] });
    void queryClient.invalidateQueries({ queryKey: ['households'] });
    void queryClient.invalidateQueries({ queryKey: ['warnings'] });
    return json;
  };
}
