import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ExportFormat } from '@anju/domain';
import type { ExportJob, ExportRequestInput } from '@anju/domain/contracts';
import { request } from '../http/request';

const POLL_MS = 1000;
const KEY = ['exports'];

/** The signed-in person's own exports, newest first; asked again while one of them is being written. */
export function useExports(enabled: boolean) {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await request<ExportJob[]>('/exchange/exports?range=[0,9]', { signal })).json,
    enabled,
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? POLL_MS : false),
  });
}

/** Whether the server is still at it. */
export function isUnderWay({ state }: ExportJob): boolean {
  return state === 'queued' || state === 'running';
}

/** What is to be exported, in whichever format. */
export type ExportOrder = ExportRequestInput extends infer Request
  ? Request extends { readonly resource: infer Resource; readonly filter?: infer Filter }
    ? { readonly resource: Resource; readonly filter?: Filter }
    : never
  : never;

/** Asks for an export of what the order's conditions find. */
export function useStartExport() {
  const client = useQueryClient();
  return async (order: ExportOrder, format: ExportFormat) => {
    await request<ExportJob>('/exchange/exports', { method: 'POST', body: { ...order, format } });
    await client.invalidateQueries({ queryKey: KEY });
  };
}
