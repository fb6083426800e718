import type { ImportKind } from '@anju/domain';
import type { Client } from 'pg';
import { UNDO_UNTIL } from './settle-import';
import type { ListCounts } from './staged-list-counts';

export interface ImportBatch {
  readonly kind: ImportKind;
  readonly regionCode: string;
  readonly fileName: string;
  readonly counts: ListCounts;
  /** SQL of an array. */
  readonly counties: string;
  /** The job that this import is, when it has a row already. */
  readonly jobId?: number | undefined;
}

/**
 * Writes the batch, unless it is a job that has its row already, and its one journal row, and answers its id;
 * from here on new rows are journalled by the batch alone.
 */
export async function recordImportBatch(client: Client, batch: ImportBatch): Promise<number> {
  const id = batch.jobId ?? (await insertBatch(client, batch));
  await client.query(`select set_config('anju.batch', $1, true)`, [String(id)]);
  await client.query(`select anju.write_journal('import', 'import_batch', $1, $2, $3)`, [
    id,
    batch.regionCode,
    JSON.stringify({ kind: batch.kind, fileName: batch.fileName, ...batch.counts }),
  ]);
  return id;
}

async function insertBatch(client: Client, batch: ImportBatch): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into anju.import_batch (kind, region_code, file_name, counts, actor, finished_at, undo_until, counties)
     values ($1, $2, $3, $4, anju.actor(), now(), ${UNDO_UNTIL}, ${batch.counties}) returning id`,
    [batch.kind, batch.regionCode, batch.fileName, JSON.stringify(batch.counts)],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The import batch was not recorded');
  return id;
}
