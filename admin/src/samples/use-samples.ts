import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReviewSample, SampleFinding, SampleRequest, SampleRow } from '@anju/domain/contracts';
import { listTotal } from '../data/list-total';
import { request } from '../http/request';

export const SAMPLES_A_PAGE = 25;

/** One page of the samples of the own region, newest first. */
export function useSamples(page: number) {
  return useQuery({
    queryKey: ['samples', 'list', page],
    queryFn: async ({ signal }) => {
      const from = (page - 1) * SAMPLES_A_PAGE;
      const search = new URLSearchParams({ range: JSON.stringify([from, from + SAMPLES_A_PAGE - 1]) });
      const { json, headers } = await request<SampleRow[]>(`/registry/review-samples?${search}`, { signal });
      return { rows: json, total: listTotal(headers) };
    },
    refetchOnMount: 'always',
  });
}

/** One sample with its households. */
export function useSample(id: string) {
  return useQuery({
    queryKey: ['samples', 'one', id],
    queryFn: async ({ signal }) => (await request<ReviewSample>(`/registry/review-samples/${id}`, { signal })).json,
    refetchOnMount: 'always',
  });
}

/** Draws a sample. */
export function useDraw() {
  const client = useQueryClient();
  return async (body: SampleRequest): Promise<ReviewSample> => {
    const { json } = await request<ReviewSample>('/registry/review-samples', { method: 'POST', body });
    await client.invalidateQueries({ queryKey: ['samples', 'list'] });
    return json;
  };
}

/** What its drawer does with a sample; the page shows each answer. */
export function useSampleSteps(id: number) {
  const client = useQueryClient();
  const send = async (path: string, method: 'POST' | 'PUT', body: object) => {
    const { json } = await request<ReviewSample>(`/registry/review-samples/${id}${path}`, { method, body });
    client.setQueryData(['samples', 'one', String(id)], json);
  };
  return {
    judge: (householdId: number, finding: SampleFinding) => send(`/households/${householdId}`, 'PUT', finding),
    sign: (conclusion: string) => send('/sign', 'POST', { conclusion }),
  };
}
