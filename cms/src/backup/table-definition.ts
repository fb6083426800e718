import { escapeIdentifier } from 'pg';
import type { ColumnDescription, TableDescription } from './manifest';

/** `schema.table`, quoted. */
export function quotedName({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;
}

/** The columns that carry data, quoted, in the order in which their data is written. */
export function quotedColumns(table: TableDescription): string {
  const carrying = table.columns.filter(({ generated }) => generated === '');
  return carrying.map(({ name }) => escapeIdentifier(name)).join(', ');
}

/** The `create table` of a table as it was when it was described. */
export function tableDefinition(table: TableDescription): string {
  const columns = table.columns.map(columnDefinition).join(', ');
  return `create ${table.unlogged ? 'unlogged ' : ''}table ${quotedName(table)} (${columns})`;
}

function columnDefinition(column: ColumnDescription): string {
  return [
    escapeIdentifier(column.name),
    column.type,
    column.collation && `collate ${column.collation}`,
    column.notNull && 'not null',
    generated(column) ?? identity(column) ?? (column.default && `default ${column.default}`),
  ]
    .filter(Boolean)
    .join(' ');
}

function generated({ generated: kind, default: expression }: ColumnDescription): string | undefined {
  if (kind === '' || expression === null) return undefined;
  return `generated always as (${expression}) ${kind === 's' ? 'stored' : 'virtual'}`;
}

function identity({ identity: kind, identitySequence }: ColumnDescription): string | undefined {
  if (kind === '' || identitySequence === null) return undefined;
  return `generated ${kind === 'a' ? 'always' : 'by default'} as identity (sequence name ${identitySequence})`;
}
