import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { HouseholdConditions, RecogniseLinkedAnswer } from '@anju/domain/contracts';
import { request } from '../http/request';

const DOOR = '/registry/recognise-linked';

/** What the set of a filter can be recognised by; read anew each time the dialog opens. */
export function useLinkedPreview(filter: HouseholdConditions) {
  return useQuery({
    queryKey: ['recognise-linked', filter],
    queryFn: async ({ signal }) =>
      (await request<RecogniseLinkedAnswer>(DOOR, { method: 'POST', body: { filter, preview: true }, signal })).json,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
}

/** Recognises the set; whatever counts or lists households is then read anew. */
export function useRecogniseLinked() {
  const queryClient = useQueryClient();
  return async (
    filter: HouseholdConditions,
    persons: Readonly<Record<string, string>>,
  ): Promise<RecogniseLinkedAnswer> => {
    const { json } = await request<RecogniseLinkedAnswer>(DOOR, {
      method: 'POST',
      body: { filter, preview: false, ...persons },
    });
    for (const key of ['households', 'statistics', 'renovations', 'warnings']) {
      void queryClient.invalidateQueries({ queryKey: [key] });
    }
    return json;
  };
}
