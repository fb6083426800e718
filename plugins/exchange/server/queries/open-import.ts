import { regionRange } from '@anju/domain';
import type { Client } from 'pg';

const IMPORT_LOCK = 726_070;

/**
 * Opens the transaction of one import that may touch the region and nothing else, in the name of an account or of nobody
 * (the command line). Imports wait for each other, and for a change of regions; while one is open, no region changes.
 */
export async function openImport(client: Client, regionCode: string, actor?: number): Promise<void> {
  const { lo, hi } = regionRange(regionCode);
  await client.query('begin');
  await client.query(
    `select set_config('anju.lo', $1, true), set_config('anju.hi', $2, true), set_config('anju.actor', $3, true)`,
    [lo, hi, actor === undefined ? '' : String(actor)],
  );
  await client.query('select pg_advisory_xact_lock($1), pg_advisory_xact_lock_shared(anju.region_lock())', [
    IMPORT_LOCK,
  ]);
}
