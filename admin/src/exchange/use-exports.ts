import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ExportFormat } from '@anju/domain';
import type { ExportJob, ExportRequestInput, HouseholdConditions } from '@anju/domain/contracts';
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

/** Asks for an export of the households that these conditions find. */
export function useStartExport() {
  const client = useQueryClient();
  return async (filter: HouseholdConditions, format: ExportFormat) => {
    const body: ExportRequestInput = { resource: 'households', filter, format };
    await request<ExportJob>('/exchange/exports', { method: 'POST', body });
    await client.invalidateQueries({ queryKey: KEY });
  };
}
