import type { StatisticsScope } from '@anju/domain';
import type { ListFilter } from '../households/list-filter';

/** A list's conditions in one region and one scope. */
export function placedFilter(filter: ListFilter, region: string, scope: StatisticsScope): ListFilter {
  return { ...filter, regionCode: region || undefined, source: scope === 'all' ? undefined : scope };
}
