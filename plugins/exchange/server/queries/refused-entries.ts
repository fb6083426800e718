import type { Client } from 'pg';
import type { RefusedListRow } from './refused-rows';

/** The refused rows of a list whose rows stand for themselves, in their order. */
export async function refusedEntries(client: Client, limit: number): Promise<readonly RefusedListRow[]> {
  const { rows } = await client.query<RefusedListRow>(
    `select row, string_agg(field || '：' || message, '；' order by field) as message from staged_error group by row order by row limit $1`,
    [limit],
  );
  return rows;
}
