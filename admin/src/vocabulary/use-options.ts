import { useQuery } from '@tanstack/react-query';
import type { OptionRow } from '@anju/domain/contracts';
import { request } from '../http/request';
import { spokenForms } from '../language/spoken';

const search = new URLSearchParams({
  filter: JSON.stringify({}),
  range: JSON.stringify([0, 499]),
  sort: JSON.stringify(['rank', 'ASC']),
});

const optionsQuery = {
  queryKey: ['options', 'items'],
  queryFn: async ({ signal }: { signal?: AbortSignal }) =>
    spokenForms((await request<readonly OptionRow[]>(`/options/items?${search}`, { signal })).json),
  staleTime: 5 * 60_000,
};

/** The options of all lists; undefined while they are being read. */
export function useAllOptions(): readonly OptionRow[] | undefined {
  return useQuery(optionsQuery).data;
}

/** The options of a list in their order; empty while they are being read. */
export function useOptions(listKey: string): readonly OptionRow[] {
  const { data } = useQuery(optionsQuery);
  return (data ?? []).filter((option) => option.listKey === listKey);
}

/** Turns an option's key into its label; keys of removed options stand for themselves. */
export function useOptionLabel(): (listKey: string, key: string | null | undefined) => string {
  const { data } = useQuery(optionsQuery);
  return (listKey, key) =>
    key ? (data?.find((option) => option.listKey === listKey && option.key === key)?.label ?? key) : '–';
}
