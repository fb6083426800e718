import { useQuery } from '@tanstack/react-query';
import { UNSETTLED_WARNING_STATES } from '@anju/domain';
import type { EvidenceRow, HouseholdRecord, WarningConditions, WarningRow } from '@anju/domain/contracts';
import { useMemo } from 'react';
import { request } from '../http/request';

/** The record with its papers and warnings as they are now: the server looks at its warnings anew whenever a paper comes or goes. */
export function useLiveWarnings(record: HouseholdRecord, stored: readonly EvidenceRow[]): HouseholdRecord {
  const papers = idsOf(stored);
  const isAsRead = papers === idsOf(record.evidence);
  const { data: warnings } = useQuery({
    queryKey: ['warnings', 'ofHousehold', record.id, record.version, papers],
    queryFn: async ({ signal }) => {
      const filter: WarningConditions = { householdId: record.id, state: [...UNSETTLED_WARNING_STATES] };
      const search = new URLSearchParams({ filter: JSON.stringify(filter), range: '[0,99]' });
      return (await request<WarningRow[]>(`/warnings?${search}`, { signal })).json;
    },
    enabled: !isAsRead,
  });
  return useMemo(
    () => (isAsRead || !warnings ? record : { ...record, evidence: [...stored], warnings }),
    [isAsRead, warnings, record, stored],
  );
}

function idsOf(rows: readonly EvidenceRow[]): string {
  return rows
    .map(({ id }) => id)
    .sort((one, other) => one - other)
    .join(',');
}
