import { useQuery } from '@tanstack/react-query';
import type { FormsAnswer } from '@anju/domain/contracts';
import { request } from '../http/request';
import { spokenForms } from '../language/spoken';

/** The recognition form, the evidence categories and the server's today; undefined while they are being read. */
export function useForms(): FormsAnswer | undefined {
  return useQuery({
    queryKey: ['options', 'forms'],
    queryFn: async ({ signal }) => spokenForms((await request<FormsAnswer>('/options/forms', { signal })).json),
    staleTime: 5 * 60_000,
  }).data;
}
