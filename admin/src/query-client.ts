import { QueryClient } from '@tanstack/react-query';
import { statusOf } from './http/problem';

/** Reads are tried again only when the server failed or was out of reach, never after a refusal. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        refetchOnWindowFocus: false,
        retryDelay: 800,
        retry: (count, error) => count < 1 && isPassing(statusOf(error)),
      },
    },
  });
}

function isPassing(status: number | undefined): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}
