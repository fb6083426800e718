import type { Client } from 'pg';
import type { ParsedRow } from '../lists/person-row';
import { copyRows, type CopyValue } from './copy-rows';

const COLUMNS = [
  'row',
  'household_number',
  'person_number',
  'region_code',
  'name',
  'is_head',
  'relation',
  'gender',
  'ethnicity',
  'id_number',
  'phone',
  'poverty_attribute',
  'poverty_cause',
  'poverty_exited',
  'exit_year',
  'errors',
];

/** Streams a parsed list into temporary tables of this transaction; what is wrong with single rows goes along. */
export async function stageList(client: Client, rows: AsyncIterable<ParsedRow>): Promise<void> {
  await client.query(`
    create temp table staged_row (
      row integer primary key, household_number text, person_number text, region_code text, name text, is_head boolean,
      relation text, gender text, ethnicity text, id_number text, phone text, poverty_attribute text, poverty_cause text,
      poverty_exited boolean, exit_year integer, errors jsonb
    ) on commit drop;
    create temp table staged_error (row integer not null, household_number text, field text not null, message text not null)
      on commit drop`);
  await copyRows(client, 'pg_temp.staged_row', COLUMNS, copyValues(rows));
  await client.query(`
    create index on staged_row (household_number);
    create index on staged_row (person_number);
    analyze staged_row;
    insert into staged_error (row, household_number, field, message)
      select s.row, s.household_number, e ->> 'field', e ->> 'message'
      from staged_row s, jsonb_array_elements(s.errors) e where s.errors is not null`);
}

async function* copyValues(rows: AsyncIterable<ParsedRow>): AsyncGenerator<readonly CopyValue[], void> {
  for await (const row of rows) {
    if (row.taken) yield personValues(row);
    else {
      const { refused } = row;
      const unread = Array.from({ length: COLUMNS.length - 4 }, () => null);
      yield [refused.row, refused.householdNumber, refused.personNumber, ...unread, JSON.stringify(refused.errors)];
    }
  }
}

function personValues({ person }: Extract<ParsedRow, { taken: true }>): readonly CopyValue[] {
  return [
    person.row,
    person.householdNumber,
    person.personNumber,
    person.regionCode,
    person.name,
    person.isHead,
    person.relation,
    person.gender,
    person.ethnicity,
    person.idNumber,
    person.phone,
    person.povertyAttribute,
    person.povertyCause,
    person.povertyExited,
    person.exitYear,
    null,
  ];
}
