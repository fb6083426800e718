import { useQuery, type QueryClient } from '@tanstack/react-query';
import { request } from '../http/request';
import type { Duty } from '@anju/domain';
import type { SignedInUser } from '@anju/domain/contracts';

/** The signed-in user. */
export type CurrentUser = SignedInUser;

const currentUserQuery = {
  queryKey: ['access', 'me'],
  queryFn: async ({ signal }: { signal?: AbortSignal }) => (await request<CurrentUser>('/access/me', { signal })).json,
  staleTime: 5 * 60_000,
};

/** The signed-in user; undefined while it is being read. */
export function useCurrentUser(): CurrentUser | undefined {
  return useQuery(currentUserQuery).data;
}

/** Whether it is still unknown who is signed in; false when reading it has failed. */
export function useIsUserPending(): boolean {
  return useQuery(currentUserQuery).isPending;
}

/** Takes over the user that an answer has named, so that it is not asked for again. */
export function rememberCurrentUser(queryClient: QueryClient, user: CurrentUser): void {
  queryClient.setQueryData(currentUserQuery.queryKey, user);
}

/** Reads the signed-in user outside a component. */
export function fetchCurrentUser(queryClient: QueryClient): Promise<CurrentUser> {
  return queryClient.fetchQuery(currentUserQuery);
}

/** Whether the user holds at least one of the duties. */
export function hasDuty(user: CurrentUser | undefined, ...duties: readonly Duty[]): boolean {
  return duties.some((duty) => user?.duties.includes(duty));
}

/** A township user whose township is not filled in sees no household at all (document, section on levels). */
export function isTownshipUnset(user: CurrentUser | undefined): boolean {
  return user?.level === 'township' && user.regionCode === null;
}
