import { useSearchParams } from 'react-router-dom';
import {
  isCalendarDate,
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
  /** A day of the past, as it was kept then; undefined is now. */
  readonly day?: string | undefined;
  /** The column by which regions are compared, the largest first; with `-` the smallest; undefined is the order of their codes. */
  readonly sort?: string | undefined;
}

/** The shown table, region and scope, starting at the user's own region. */
export function useShownStatistics(): ShownStatistics {
  const [search] = useSearchParams();
  const root = useCurrentUser()?.regionCode ?? '';
  const table = STATISTICS_TABLES.find((one) => one === search.get('table')) ?? 'T1';
  const day = search.get('day') ?? '';
  return {
    table,
    region: search.get('region') ?? root,
    scope: statisticsTableDefinition(table).scopes.find((scope) => scope === search.get('scope')) ?? 'registry',
    day: isCalendarDate(day) ? day : undefined,
    sort: search.get('sort') ?? undefined,
  };
}

/** The address of a table for a region and scope. */
export function statisticsAddress({ table, region, scope, day, sort }: ShownStatistics): string {
  const parts = { table, region, scope, ...(day && { day }), ...(sort && { sort }) };
  return `/statistics?${new URLSearchParams(parts)}`;
}
