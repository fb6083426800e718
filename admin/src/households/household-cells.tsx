import { DataTable, type DataTableColumnProps } from 'ra-ui-materialui';
import { Link } from 'react-router-dom';
import type { RevealableField } from '@anju/domain';
import type { HouseholdRow } from '@anju/domain/contracts';
import { DepartedStatus } from '../states/status';
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
      {row.matchedPerson && <span className="muted small"> 含 {row.matchedPerson}</span>}
    </>
  );
}

/** The head's ID number or phone, masked. */
export function Masked({ row, field }: { readonly row: HouseholdRow; readonly field: RevealableField }) {
  return <MaskedValue householdId={row.id} personName={row.headName} field={field} value={row[field]} />;
}

/** 认定: a fact of its own, never mixed with the review. */
export function Recognition({ row }: { readonly row: HouseholdRow }) {
  const isDepartedTab = tabOf(useListFilter()) === 'departed';
  if (row.recognised) return <>已认定</>;
  return isDepartedTab ? <DepartedStatus /> : <span className="muted">未认定</span>;
}
