import { useGetOne } from 'ra-core';
import type { HouseholdRecord } from '@anju/domain/contracts';

/** Keeps the record apart from the rows that lists leave in the cache: those are shorter. */
export const FULL_VIEW = { view: 'full' } as const;

/** The whole record of one household; opening it is journalled by the server. */
export function useHouseholdRecord(id: string) {
  return useGetOne<HouseholdRecord>(
    'households',
    { id: Number(id), meta: FULL_VIEW },
    { enabled: /^\d+$/.test(id), retry: false },
  );
}
