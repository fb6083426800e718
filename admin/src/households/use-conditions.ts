import { useListContext } from 'ra-core';
import { useCurrentUser } from '../auth/current-user';
import { draftOf, filterOf, type ConditionDraft } from './condition-draft';
import { personConditions, usePersonCondition } from './person-conditions';
import { useListFilter } from './use-list-filter';

/** The conditions of a list: what stands now, and how to ask for others. */
export function useConditions(list: string) {
  const { setFilters } = useListContext();
  const root = useCurrentUser()?.regionCode ?? '';
  const person = usePersonCondition(list);
  const filter = useListFilter();
  return {
    root,
    filter,
    current: draftOf(filter, person, root),
    apply(draft: ConditionDraft): void {
      personConditions.set(list, draft.person);
      setFilters(filterOf(draft, filter, root), undefined, false);
    },
    reset(): void {
      personConditions.set(list, '');
      const { recognised, departed } = filter;
      setFilters({ recognised, departed }, undefined, false);
    },
  };
}
