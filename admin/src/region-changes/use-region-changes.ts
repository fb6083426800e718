import { useQueryClient } from '@tanstack/react-query';
import type { RegionChange, RegionChangePlan, RegionChangeRow } from '@anju/domain/contracts';
import { useNumberedPages } from '../data/use-numbered-pages';
import { request } from '../http/request';

const HISTORY_ROWS = 20;

/** A change as a dialog describes it; how it is sent is added here. */
export type DescribedChange = RegionChange extends infer Change
  ? Change extends RegionChange
    ? Omit<Change, 'preview'>
    : never
  : never;

/** What was changed, newest first. */
export function useRegionChanges() {
  return useNumberedPages<RegionChangeRow>({
    key: ['regions', 'changes'],
    path: '/access/region-changes',
    rowsAPage: HISTORY_ROWS,
  });
}

/** Shows what a change would do. */
export async function previewChange(change: DescribedChange): Promise<RegionChangePlan> {
  return send({ ...change, preview: true });
}

/** Makes a change; everything that names regions is read anew after it. */
export function useMakeChange() {
  const client = useQueryClient();
  return async (change: DescribedChange): Promise<RegionChangePlan> => {
    const made = await send({ ...change, preview: false });
    await client.invalidateQueries({ queryKey: ['regions'] });
    return made;
  };
}

async function send(body: object): Promise<RegionChangePlan> {
  return (await request<RegionChangePlan>('/access/region-changes', { method: 'POST', body })).json;
}
