import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HouseholdRecord, ReviewComparison, ReviewConditions, ReviewRow } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { listTotal, type ListTotal } from '../data/list-total';
import { request } from '../http/request';

export const REVIEWS_A_PAGE = 50;

export interface ReviewPage {
  readonly rows: readonly ReviewRow[];
  readonly total: ListTotal | undefined;
}

/** The first rows of a queue with its total; approved and returned rows leave it, so that the next ones move up. */
export function useReviews(filter: ReviewConditions) {
  return useQuery({
    queryKey: ['reviews', 'list', filter],
    queryFn: ({ signal }) => readQueue(filter, REVIEWS_A_PAGE, signal),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

/** How many records a queue holds; undefined for people whom the review does not concern. */
export function useReviewTotal(filter: ReviewConditions = {}): ListTotal | undefined {
  const user = useCurrentUser();
  return (
    useQuery({
      queryKey: ['reviews', 'total', filter],
      queryFn: async ({ signal }) => (await readQueue(filter, 1, signal)).total ?? null,
      enabled: hasDuty(user, 'reviewTownship', 'reviewCounty', 'enter') && typeof user?.regionCode === 'string',
      refetchOnMount: 'always',
    }).data ?? undefined
  );
}

/** What changed since the reviewer's level approved the household last. */
export function useComparison(householdId: number) {
  return useQuery({
    queryKey: ['reviews', 'changes', householdId],
    queryFn: async ({ signal }) =>
      (await request<ReviewComparison>(`/registry/reviews/${householdId}/changes`, { signal })).json,
    refetchOnMount: 'always',
  });
}

/** Takes a step of the review, then reads everything that shows it anew. */
export function useReviewStep() {
  const queryClient = useQueryClient();
  return async (id: number, verb: 'approve' | 'return' | 'take-back', body: object): Promise<void> => {
    await request<HouseholdRecord>(`/registry/reviews/${id}/${verb}`, { method: 'POST', body });
    await queryClient.invalidateQueries();
  };
}

async function readQueue(filter: ReviewConditions, length: number, signal?: AbortSignal): Promise<ReviewPage> {
  const search = new URLSearchParams({ filter: JSON.stringify(filter), range: JSON.stringify([0, length - 1]) });
  const { json, headers } = await request<ReviewRow[]>(`/registry/reviews?${search}`, { signal });
  return { rows: json, total: listTotal(headers) };
}
