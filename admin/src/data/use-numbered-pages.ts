import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../http/request';
import { listTotal } from './list-total';

interface PagedList {
  readonly key: readonly string[];
  /** The door below `/api`. */
  readonly path: string;
  readonly rowsAPage: number;
}

/** A short list page by page, read anew whenever it is shown; `foot` is what its foot shows, absent while one page holds all. */
export function useNumberedPages<Row>({ key, path, rowsAPage }: PagedList) {
  const [page, setPage] = useState(0);
  const from = page * rowsAPage;
  const { data, error, refetch } = useQuery({
    queryKey: [...key, page],
    queryFn: async ({ signal }) => {
      const search = new URLSearchParams({ range: `[${from},${from + rowsAPage - 1}]` });
      const { json, headers } = await request<readonly Row[]>(`${path}?${search}`, { signal });
      return { rows: json, total: listTotal(headers) };
    },
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
  const total = data?.total;
  const shown = data?.rows.length ?? 0;
  const isLast = total === undefined ? shown < rowsAPage : from + shown >= total.count;
  return {
    rows: data?.rows,
    error,
    retry: () => void refetch(),
    foot:
      data && (page > 0 || !isLast)
        ? {
            ...{ from: from + 1, shown, total },
            onPrevious: page > 0 ? () => setPage(page - 1) : undefined,
            onNext: isLast ? undefined : () => setPage(page + 1),
          }
        : undefined,
  };
}
