import { SAFEGUARD_GROUPS, SAFEGUARD_KINDS, type StatisticsScope } from '@anju/domain';
import type { ListFilter } from '../households/list-filter';

/** The list's conditions that a column counts; undefined for columns that count no households. */
export function countFilter(column: string): ListFilter | undefined {
  if (column === 'N') return {};
  if (column === 'recognised') return { recognised: true };
  if (column === 'unrecognised') return { recognised: false };
  if (column === 'departed') return { recognised: false, departed: true };
  const kinds = SAFEGUARD_KINDS.filter((kind) => kind === column);
  const group = SAFEGUARD_GROUPS.find(({ key }) => key === column)?.kinds ?? kinds;
  return group.length === 0 ? undefined : { kind: [...group] };
}

/** The same, in one region and one scope. */
export function placedFilter(filter: ListFilter, region: string, scope: StatisticsScope): ListFilter {
  return { ...filter, regionCode: region || undefined, source: scope === 'all' ? undefined : scope };
}
