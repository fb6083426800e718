import type { Client } from 'pg';
import type { ListCounts } from './staged-list-counts';

/**
 * Marks the job as committed, as the last statement of the import's own transaction: the list is in the register if and
 * only if its job says so. False when the job was cancelled meanwhile. `counties` is SQL of an array.
 */
export async function settleImport(
  client: Client,
  jobId: number,
  { counts, counties }: { readonly counts: ListCounts; readonly counties: string },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update anju.import_batch set state = 'committed', counts = $2, percent = 100, phase = null, message = null, finished_at = clock_timestamp(),
       undo_until = ${UNDO_UNTIL}, counties = ${counties}
     where id = $1 and state = 'committing'`,
    [jobId, JSON.stringify(counts)],
  );
  return rowCount === 1;
}

/** Until when a commit of this moment may be taken back. */
export const UNDO_UNTIL = `now() + interval '30 days'`;
