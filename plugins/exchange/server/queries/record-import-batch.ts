import type { Client } from 'pg';
import type { StagedListCounts } from './staged-list-counts';

export interface ImportBatch {
  readonly regionCode: string;
  readonly fileName: string;
  readonly counts: StagedListCounts;
}

/** Writes the batch and its one journal row, and answers its id; from here on new rows are journalled by the batch alone. */
export async function recordImportBatch(client: Client, batch: ImportBatch): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into anju.import_batch (kind, region_code, file_name, counts, actor, counties)
     values ('household', $1, $2, $3, anju.actor(),
       array(select distinct left(registry_region_code, 6) from staged_household order by 1)) returning id`,
    [batch.regionCode, batch.fileName, JSON.stringify(batch.counts)],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The import batch was not recorded');
  await client.query(`select set_config('anju.batch', $1, true)`, [String(id)]);
  await client.query(`select anju.write_journal('import', 'import_batch', $1, $2, $3)`, [
    id,
    batch.regionCode,
    JSON.stringify({ fileName: batch.fileName, ...batch.counts }),
  ]);
  return id;
}
