import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DraftRow } from '@anju/domain/contracts';
import { request } from '../http/request';

const DOOR = '/registry/drafts';

/** The user's own drafts, the latest first; read anew whenever the list is shown. */
export function useDrafts() {
  return useQuery({
    queryKey: ['drafts'],
    queryFn: async ({ signal }) => (await request<readonly DraftRow[]>(DOOR, { signal })).json,
    refetchOnMount: 'always',
  });
}

/** Gives a draft up. */
export function useDropDraft() {
  const queryClient = useQueryClient();
  return async (householdId: number): Promise<void> => {
    await request(`${DOOR}/${householdId}`, { method: 'DELETE' });
    await queryClient.invalidateQueries({ queryKey: ['drafts'] });
  };
}
