import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportState } from '@anju/domain';
import type { ImportJob, ImportJobDetail, ImportMapping } from '@anju/domain/contracts';
import { listTotal } from '../data/list-total';
import { request } from '../http/request';

const HISTORY_ROWS = 25;
const POLL_MS = 1000;
const MOVING: readonly ImportState[] = ['queued', 'checking', 'commitQueued', 'committing', 'undoQueued', 'undoing'];

/** Whether the server is at it: its state changes by itself. */
export function isMoving(state: ImportState): boolean {
  return MOVING.some((moving) => moving === state);
}

/** A page of the imports, newest first; asked again while one of them is being done. */
export function useImports(page: number) {
  return useQuery({
    queryKey: ['imports', 'list', page],
    queryFn: async ({ signal }) => {
      const from = (page - 1) * HISTORY_ROWS;
      const range = JSON.stringify([from, from + HISTORY_ROWS - 1]);
      const { json, headers } = await request<ImportJob[]>(`/exchange/imports?range=${range}`, { signal });
      return { rows: json, total: listTotal(headers)?.count ?? json.length, pages: pagesOf(headers) };
    },
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.rows.some((row) => isMoving(row.state)) ? POLL_MS * 2 : false),
  });
}

function pagesOf(headers: Headers): number {
  return Math.max(1, Math.ceil((listTotal(headers)?.count ?? 0) / HISTORY_ROWS));
}

/** One import, followed while the server is at it. */
export function useImport(id: number | undefined) {
  return useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: async ({ signal }) => (await request<ImportJobDetail>(`/exchange/imports/${id}`, { signal })).json,
    enabled: id !== undefined,
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.state) ? POLL_MS : false),
  });
}

/** What can be done with an import; each shows what came of it. */
export function useImportActions(id: number) {
  const client = useQueryClient();
  const act = async (action: 'commit' | 'cancel' | 'undo' | 'mapping', body: object = {}) => {
    const { json } = await request<ImportJobDetail>(`/exchange/imports/${id}/${action}`, { method: 'POST', body });
    client.setQueryData(['imports', 'one', id], json);
    await client.invalidateQueries({ queryKey: ['imports', 'list'] });
  };
  return {
    commit: () => act('commit'),
    cancel: () => act('cancel'),
    undo: () => act('undo'),
    map: (mapping: ImportMapping) => act('mapping', mapping),
  };
}
