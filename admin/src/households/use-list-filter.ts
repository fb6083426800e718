import { useListContext } from 'ra-core';
import type { ListFilter } from './list-filter';

/** The conditions of the list in the address; react-admin keeps them untyped, and only this folder writes them. */
export function useListFilter(): ListFilter {
  return useListContext().filterValues as ListFilter;
}
