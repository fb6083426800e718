import type { Client } from 'pg';
import type { ParsedEntry } from '../lists/parsed-entry';
import { copyRows, type CopyRow } from './copy-rows';

/** A column of the staged rows: the field that fills it, and its type in SQL. Both are names of our own, never input. */
export type StagedColumns<Name extends string> = Readonly<Record<Name, string>>;

/** Streams parsed rows into temporary tables of this transaction; what is wrong with single rows goes along. */
export async function stageEntries<Name extends string>(
  client: Client,
  columns: StagedColumns<Name>,
  entries: AsyncIterable<ParsedEntry<Name>>,
): Promise<void> {
  const names = Object.keys(columns) as Name[]; // keys() forgets its keys
  const typed = names.map((name) => `${columnName(name)} ${columns[name]}`);
  await client.query(`
    create temp table staged_row (row integer primary key, ${typed.join(', ')}, errors jsonb) on commit drop;
    create temp table staged_error (row integer not null, field text not null, message text not null) on commit drop`);
  await copyRows(client, 'pg_temp.staged_row', ['row', ...names.map(columnName), 'errors'], copyValues(names, entries));
  await client.query(`
    analyze staged_row;
    insert into staged_error (row, field, message)
      select s.row, e ->> 'field', e ->> 'message' from staged_row s, jsonb_array_elements(s.errors) e where s.errors is not null`);
}

async function* copyValues<Name extends string>(
  names: readonly Name[],
  entries: AsyncIterable<ParsedEntry<Name>>,
): AsyncGenerator<CopyRow, void> {
  for await (const { row, values, errors } of entries) {
    yield [row, ...names.map((name) => values[name]), errors.length === 0 ? null : JSON.stringify(errors)];
  }
}

/** A field's column: `startDate` is kept as `start_date`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
