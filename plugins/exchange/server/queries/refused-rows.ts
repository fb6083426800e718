import type { Client } from 'pg';

/** A row of a household that was left out, with what is wrong with it; a row that only shares the household has no text. */
export interface RefusedListRow {
  readonly row: number;
  readonly message: string | null;
}

/** All rows of the households that the staged list loses, in the order of its rows. */
export async function refusedRows(client: Client, limit: number): Promise<readonly RefusedListRow[]> {
  const { rows } = await client.query<RefusedListRow>(
    `select s.row, (select string_agg(e.field || '：' || e.message, '；' order by e.field) from staged_error e where e.row = s.row) as message
     from staged_row s
     where exists (select from staged_error e where e.row = s.row)
        or s.household_number in (select household_number from staged_error where household_number is not null)
     order by s.row limit $1`,
    [limit],
  );
  return rows;
}
