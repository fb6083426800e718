import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UserStatus } from '@anju/domain';
import type {
  GrantableRole,
  HandOverAnswer,
  NewUser,
  UserChange,
  UserFilter,
  UserProposal,
  UserRow,
  UserWithPassword,
} from '@anju/domain/contracts';
import { listTotal } from '../data/list-total';
import { request } from '../http/request';

export const USERS_A_PAGE = 50;

/** The conditions of the ledger as they stand in its address; empty text is no condition. */
export interface UserQuestion {
  readonly name: string;
  readonly role: string;
  readonly status: UserStatus | '';
  readonly regionCode: string;
  readonly page: number;
}

/** One page of the ledger, read anew whenever it is shown. */
export function useUsers(question: UserQuestion) {
  return useQuery({
    queryKey: ['users', 'list', question],
    queryFn: async ({ signal }) => {
      const from = (question.page - 1) * USERS_A_PAGE;
      const search = new URLSearchParams({
        filter: JSON.stringify(filterOf(question)),
        range: JSON.stringify([from, from + USERS_A_PAGE - 1]),
      });
      const { json, headers } = await request<UserRow[]>(`/access/users?${search}`, { signal });
      return { rows: json, total: listTotal(headers) };
    },
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

/** The roles that one may give. */
export function useGrantableRoles(): readonly GrantableRole[] {
  const { data } = useQuery({
    queryKey: ['users', 'roles'],
    queryFn: async ({ signal }) => (await request<GrantableRole[]>('/access/grantable-roles', { signal })).json,
    staleTime: Infinity,
  });
  return data ?? [];
}

/** Townships with unrecognised households and nobody who enters them. */
export function useProposals(enabled: boolean): readonly UserProposal[] {
  const { data } = useQuery({
    queryKey: ['users', 'proposals'],
    queryFn: async ({ signal }) => (await request<UserProposal[]>('/access/user-proposals', { signal })).json,
    enabled,
    refetchOnMount: 'always',
  });
  return data ?? [];
}

/** Accounts in use that enter, who may take over another's work. */
export function useSuccessors(): readonly UserRow[] {
  const { data } = useQuery({
    queryKey: ['users', 'successors'],
    queryFn: async ({ signal }) => {
      const filter = JSON.stringify({
        role: ['countyClerk', 'townshipClerk', 'department'],
        status: ['active', 'initial'],
      });
      const search = new URLSearchParams({ filter, range: '[0,499]' });
      return (await request<UserRow[]>(`/access/users?${search}`, { signal })).json;
    },
  });
  return data ?? [];
}

/** A step with an account that answers it as it stands afterwards. */
export type UserStep = 'disable' | 'enable' | 'unlock' | 'sign-out' | 'confirm-township';

/** What one does with accounts; the ledger is read anew afterwards. */
export function useUserActions() {
  const client = useQueryClient();
  const done = async <T>(path: string, method: 'POST' | 'PUT', body: object): Promise<T> => {
    const { json } = await request<T>(path, { method, body });
    await client.invalidateQueries({ queryKey: ['users'] });
    return json;
  };
  return {
    create: (user: NewUser) => done<UserWithPassword>('/access/users', 'POST', user),
    createAll: (users: readonly NewUser[]) => done<UserWithPassword[]>('/access/users/batch', 'POST', { users }),
    change: (id: number, change: UserChange) => done<UserRow>(`/access/users/${id}`, 'PUT', change),
    step: (id: number, step: UserStep) => done<UserRow>(`/access/users/${id}/${step}`, 'POST', {}),
    handOver: (id: number, to: number) => done<HandOverAnswer>(`/access/users/${id}/hand-over`, 'POST', { to }),
    reset: (id: number) => done<UserWithPassword>(`/access/users/${id}/reset`, 'POST', {}),
  };
}

function filterOf({ name, role, status, regionCode }: UserQuestion): UserFilter {
  return {
    ...(name && { name }),
    ...(role && { role: [role] }),
    ...(status && { status: [status] }),
    ...(regionCode && { regionCode }),
  };
}
