import type { Client } from 'pg';
import { STAGED_COUNTIES } from './staged-counties';
import type { StagedListCounts } from './staged-list-counts';

/**
 * Marks the job as committed, as the last statement of the import's own transaction: the list is in the register if and
 * only if its job says so. False when the job was cancelled meanwhile.
 */
export async function settleImport(client: Client, jobId: number, counts: StagedListCounts): Promise<boolean> {
  const { rowCount } = await client.query(
    `update anju.import_batch set state = 'committed', counts = $2, percent = 100, phase = null, message = null, finished_at = now(),
       counties = ${STAGED_COUNTIES}
     where id = $1 and state = 'committing'`,
    [jobId, JSON.stringify(counts)],
  );
  return rowCount === 1;
}
