import type { Client } from 'pg';
import type { RowError } from '../lists/list-row';

/** The first row errors of the staged list, in the order of its rows. */
export async function stagedListErrors(client: Client, limit: number): Promise<readonly RowError[]> {
  const { rows } = await client.query<RowError>(
    'select row, field, message from staged_error order by row, field, message limit $1',
    [limit],
  );
  return rows;
}
