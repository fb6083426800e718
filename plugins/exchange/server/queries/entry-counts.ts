import type { Client } from 'pg';
import type { EntryCounts } from './staged-list-counts';

/**
 * What a commit of the compared rows would do. A comparison leaves `staged_entry (row, status, kept)`, whose rows that only the
 * register has are the vanished; every other row of the file was refused.
 */
export async function entryCounts(client: Client): Promise<EntryCounts> {
  const { rows } = await client.query<{ counts: EntryCounts }>(`
    select json_build_object(
      'rows', (select count(*) from staged_row),
      'errorCount', (select count(*) from staged_error),
      'kept', coalesce(sum(kept), 0),
      'entries', json_build_object('new', count(*) filter (where status = 'new'), 'changed', count(*) filter (where status = 'changed'),
        'unchanged', count(*) filter (where status = 'unchanged'), 'vanished', count(*) filter (where status = 'vanished'),
        'refused', (select count(distinct row) from staged_error))) as counts
    from staged_entry`);
  const counts = rows[0]?.counts;
  if (!counts) throw new Error('The staged rows could not be counted');
  return counts;
}
