import { useSearchParams } from 'react-router-dom';
import {
  STATISTICS_TABLES,
  statisticsTableDefinition,
  type StatisticsScope,
  type StatisticsTableName,
} from '@anju/domain';
import { useCurrentUser } from '../auth/current-user';

/** What the statistics page shows now; it stands in the address, so that it can be bookmarked and walked back. */
export interface ShownStatistics {
  readonly table: StatisticsTableName;
  readonly region: string;
  readonly scope: StatisticsScope;
}

/** The shown table, region and scope, starting at the user's own region. */
export function useShownStatistics(): ShownStatistics {
  const [search] = useSearchParams();
  const root = useCurrentUser()?.regionCode ?? '';
  const table = STATISTICS_TABLES.find((one) => one === search.get('table')) ?? 'T1';
  return {
    table,
    region: search.get('region') ?? root,
    scope: statisticsTableDefinition(table).scopes.find((scope) => scope === search.get('scope')) ?? 'registry',
  };
}

/** The address of a table for a region and scope. */
export function statisticsAddress({ table, region, scope }: ShownStatistics): string {
  return `/statistics?${new URLSearchParams({ table, region, scope })}`;
}
