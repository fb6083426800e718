import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JournalEntry, JournalFilter, JournalSeal, JournalVerified } from '@anju/domain/contracts';
import { listTotal, type ListTotal } from '../data/list-total';
import { parts } from '../http/parts';
import { request } from '../http/request';

export const ENTRIES_A_PAGE = 50;

export interface JournalPageOfEntries {
  readonly rows: readonly JournalEntry[];
  readonly total: ListTotal | undefined;
  readonly next: string | undefined;
}

/** One page of the journal. Reading is an entry itself, so it is read when it is asked for and never by itself again. */
export function useJournal(filter: JournalFilter, after: string | undefined) {
  return useQuery({
    queryKey: ['journal', 'list', filter, after],
    queryFn: async ({ signal }): Promise<JournalPageOfEntries> => {
      const search = new URLSearchParams({
        filter: JSON.stringify(filter),
        range: JSON.stringify([0, ENTRIES_A_PAGE - 1]),
        ...(after === undefined ? {} : { after }),
      });
      const { json, headers } = await request<JournalEntry[]>(`/access/journal?${search}`, { signal });
      return { rows: json, total: listTotal(headers), next: headers.get('X-Next-Cursor') ?? undefined };
    },
    gcTime: 0,
    staleTime: Infinity,
    refetchOnReconnect: false,
  });
}

/** Reads the shown page anew. */
export function useJournalRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['journal', 'list'] });
}

/** The address of the file of what is filtered. */
export function journalFileAddress(filter: JournalFilter): string {
  return `/access/journal/file?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}

export interface Verification extends Omit<JournalVerified, 'next'> {
  /** Entries that all calls have compared. */
  readonly compared: number;
}

/** Compares the whole journal with its seals, a part a call; tells how many entries are done. */
export async function verifyJournal(
  anchor: { readonly seal: number; readonly hash: string } | undefined,
  onProgress: (compared: number) => void,
): Promise<Verification> {
  let compared = 0;
  for await (const part of parts<JournalVerified>('/access/journal/verify', { after: 0, ...(anchor && { anchor }) })) {
    compared += part.entries;
    if (part.next === null) return { ...part, compared };
    onProgress(compared);
  }
  throw new Error('The server answered no part');
}

/** The last seal of each day. */
export async function dailySeals(): Promise<readonly JournalSeal[]> {
  return (await request<JournalSeal[]>('/access/journal/seals')).json;
}
