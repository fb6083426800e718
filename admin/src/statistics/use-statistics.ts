import { useQuery } from '@tanstack/react-query';
import type { StatisticsScope, StatisticsTableName } from '@anju/domain';
import type { RegionProgress, StatisticsTable, StatisticsTableSummary } from '@anju/domain/contracts';
import { request } from '../http/request';

export interface StatisticsQuestion {
  /** Region code; the empty text is the nation. */
  readonly region: string;
  readonly scope: StatisticsScope;
  /** A day of the past; undefined is now. */
  readonly day?: string | undefined;
}

/** One statistics table for a region; always read anew and never shown from memory, since every save changes it. */
export function useStatisticsTable(table: StatisticsTableName, question: StatisticsQuestion, enabled = true) {
  return useQuery({
    queryKey: ['statistics', table, question],
    queryFn: async ({ signal }) => {
      const { region, scope, day } = question;
      const search = new URLSearchParams({ region, scope, ...(day && { day }) });
      return (await request<StatisticsTable>(`/statistics/tables/${table}?${search}`, { signal })).json;
    },
    enabled,
    staleTime: 2000,
    gcTime: 0,
    refetchOnMount: 'always',
  });
}

/** How the recognition of a region went on lately. */
export function useProgress(region: string, enabled = true) {
  return useQuery({
    queryKey: ['statistics', 'progress', region],
    queryFn: async ({ signal }) =>
      (await request<RegionProgress>(`/statistics/progress?${new URLSearchParams({ region })}`, { signal })).json,
    enabled,
    staleTime: 2000,
    refetchOnMount: 'always',
  });
}

/** The tables that this server computes. */
export function useStatisticsTables() {
  return useQuery({
    queryKey: ['statistics', 'tables'],
    queryFn: async ({ signal }) => (await request<StatisticsTableSummary[]>('/statistics/tables', { signal })).json,
    staleTime: Infinity,
  });
}
