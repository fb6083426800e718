import { useQuery } from '@tanstack/react-query';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { request } from '../http/request';

/** The record as it stands when the form is opened; never read again behind the clerk's back. */
export function useHouseholdRecord(id: string | undefined) {
  return useQuery({
    queryKey: ['registry', 'entry', id],
    queryFn: async ({ signal }) =>
      (await request<HouseholdRecord>(`/registry/households/${id ?? ''}`, { signal })).json,
    enabled: id !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
}
