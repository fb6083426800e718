import { DataTable, type DataTableColumnProps } from 'ra-ui-materialui';
import { Link } from 'react-router-dom';
import type { RevealableField } from '@anju/domain';
import type { HouseholdRow } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Chip, DepartedStatus } from '../states/status';
import { Icon } from '../theme/icon';
import { tabOf } from './list-filter';
import { MaskedValue } from './masked-value';
import { useListFilter } from './use-list-filter';

/** A column of the household table; the server orders the list by region only. */
export function Column(props: DataTableColumnProps<HouseholdRow>) {
  return <DataTable.Col<HouseholdRow> disableSort {...props} />;
}

/** The head's name, and below whom the search found when it was another person. */
export function HeadName({ row }: { readonly row: HouseholdRow }) {
  return (
    <>
      <Link to={`/households/${row.id}`}>{row.headName}</Link>
      {row.matchedPerson && (
        <span className="muted small"> {t('含 {matchedPerson}', { matchedPerson: row.matchedPerson })}</span>
      )}
    </>
  );
}

/** The head's ID number or phone, masked. */
export function Masked({ row, field }: { readonly row: HouseholdRow; readonly field: RevealableField }) {
  return <MaskedValue householdId={row.id} personName={row.headName} field={field} value={row[field]} />;
}

/** 预警: how many wait; nothing when none does. */
export function WarningMark({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <Chip className="alert" aria-label={t('{count} 条预警', { count })}>
      <Icon name="warning" />
      {count}
    </Chip>
  );
}

/** 认定: a fact of its own, never mixed with the review. */
export function Recognition({ row }: { readonly row: HouseholdRow }) {
  const isDepartedTab = tabOf(useListFilter()) === 'departed';
  if (row.recognised) return <>{t('已认定')}</>;
  return isDepartedTab ? <DepartedStatus /> : <span className="muted">{t('未认定')}</span>;
}
