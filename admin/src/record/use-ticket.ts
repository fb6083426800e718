import { useQuery } from '@tanstack/react-query';
import type { EvidenceRow, EvidenceSize } from '@anju/domain/contracts';
import { request } from '../http/request';

/** A ticket opens the file for 60 seconds; a picture that is shown later asks for a new one. */
const TICKET_LIFE = 50_000;

/** An address of the file that an image element can load, bound to user and session. */
export async function evidenceUrl(id: number, size: EvidenceSize, signal?: AbortSignal): Promise<string> {
  const answer = await request<{ url: string }>(`/registry/evidence/${id}/ticket`, {
    method: 'POST',
    body: { size },
    signal,
  });
  return answer.json.url;
}

/** The same for a component. */
export function useEvidenceUrl({ id, rotation }: Pick<EvidenceRow, 'id' | 'rotation'>, size: EvidenceSize) {
  return useQuery({
    queryKey: ['evidence', id, rotation, size],
    queryFn: ({ signal }) => evidenceUrl(id, size, signal),
    staleTime: TICKET_LIFE,
    gcTime: TICKET_LIFE,
  });
}
