import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Announcement, ManagedAnnouncement, NewAnnouncement } from '@anju/domain/contracts';
import { useNumberedPages } from '../data/use-numbered-pages';
import { request } from '../http/request';

const SHOWN = 20;

/** What is announced today to the user's region. */
export function useAnnouncements() {
  return useQuery({
    queryKey: ['announcements', 'current'],
    queryFn: async ({ signal }) => (await request<Announcement[]>('/options/announcements', { signal })).json,
    refetchOnMount: 'always',
  });
}

/** Messages that the user may take back, newest first. */
export function useManagedAnnouncements() {
  return useNumberedPages<ManagedAnnouncement>({
    key: ['announcements', 'managed'],
    path: '/options/announcements/managed',
    rowsAPage: SHOWN,
  });
}

/** Announces and withdraws; both lists are read anew afterwards. */
export function useAnnounce() {
  const client = useQueryClient();
  const send = async (path: string, body: object) => {
    await request<ManagedAnnouncement>(path, { method: 'POST', body });
    await client.invalidateQueries({ queryKey: ['announcements'] });
  };
  return {
    announce: (body: NewAnnouncement) => send('/options/announcements', body),
    withdraw: (id: number) => send(`/options/announcements/${id}/withdraw`, {}),
  };
}
