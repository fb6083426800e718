import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountFilter, PolicyInForce, SignInPolicy, WatchedAccount } from '@anju/domain/contracts';
import { listTotal } from '../data/list-total';
import { request } from '../http/request';

export const ACCOUNTS_A_PAGE = 50;

/** One page of the node's accounts, those without a sign-in for longest first. */
export function useAccounts(filter: AccountFilter, page: number) {
  return useQuery({
    queryKey: ['security', 'accounts', filter, page],
    queryFn: async ({ signal }) => {
      const from = (page - 1) * ACCOUNTS_A_PAGE;
      const search = new URLSearchParams({
        filter: JSON.stringify(filter),
        range: JSON.stringify([from, from + ACCOUNTS_A_PAGE - 1]),
      });
      const { json, headers } = await request<WatchedAccount[]>(`/access/accounts?${search}`, { signal });
      return { rows: json, total: listTotal(headers) };
    },
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

/** A step with any account. */
export type WatchStep = 'unlock' | 'disable' | 'sign-out' | 'keep';

/** What the security administrator does with accounts; the list is read anew afterwards. */
export function useWatch() {
  const client = useQueryClient();
  return async (id: number, step: WatchStep, note?: string): Promise<void> => {
    const body = step === 'keep' ? { note } : {};
    await request<WatchedAccount>(`/access/accounts/${id}/${step}`, { method: 'POST', body });
    await client.invalidateQueries({ queryKey: ['security'] });
  };
}

/** Sets the rules of signing in over those that were seen; answers what is in force then. */
export function useSetPolicy() {
  const client = useQueryClient();
  return async (version: number, policy: SignInPolicy): Promise<PolicyInForce> => {
    const body = { version, policy };
    const { json } = await request<PolicyInForce>('/access/sign-in-policy', { method: 'PUT', body });
    client.setQueryData(['policy'], json);
    await client.invalidateQueries({ queryKey: ['security'] });
    return json;
  };
}
