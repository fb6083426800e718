import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PolicyInForce } from '@anju/domain/contracts';
import { request } from '../http/request';

/** The rules of signing in that are in force; whoever still has a first password is not told yet. */
export function usePolicy(enabled = true) {
  return useQuery({
    queryKey: ['policy'],
    queryFn: async ({ signal }) => (await request<PolicyInForce>('/access/sign-in-policy', { signal })).json,
    staleTime: 5 * 60_000,
    enabled,
  });
}

/** Tells whoever reads the rules which are in force, as somebody else has set them. */
export function useTellPolicy(): (inForce: PolicyInForce) => void {
  const client = useQueryClient();
  return ({ version, policy }) => client.setQueryData<PolicyInForce>(['policy'], { version, policy });
}
