import { ExportButton } from '../exchange/export-button';
import { t } from '../language/t';
import { withoutEmpty } from './list-filter';
import { personFilter, usePersonCondition } from './person-conditions';
import { useListFilter } from './use-list-filter';

/** Exports what the list on the screen shows: its conditions, those on persons too; the unrecognised also as a workbook to fill in. */
export function ListExport({ list }: { readonly list: string }) {
  const conditions = withoutEmpty(useListFilter());
  const filter = { ...conditions, ...personFilter(usePersonCondition(list)) };
  return (
    <>
      <ExportButton order={{ resource: 'recognition', filter }} label={t('导出认定信息表')} />
      <ExportButton order={{ resource: 'households', filter }} />
    </>
  );
}
