import { ExportButton } from '../exchange/export-button';
import { withoutEmpty } from './list-filter';
import { personFilter, usePersonCondition } from './person-conditions';
import { useListFilter } from './use-list-filter';

/** Exports what the list on the screen shows: its conditions, those on persons too. */
export function ListExport({ list }: { readonly list: string }) {
  const filter = withoutEmpty(useListFilter());
  return <ExportButton filter={{ ...filter, ...personFilter(usePersonCondition(list)) }} />;
}
