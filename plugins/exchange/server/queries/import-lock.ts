import type { Client } from 'pg';

/** Locks of this kind tell that a process works on the import whose number is the second half of the key. */
export const IMPORT_RUNNING = 726_071;

/**
 * Takes the import for this connection, until it ends: that the lock is free tells everybody that the work has stopped.
 * False when another process has it.
 */
export async function takeImport(client: Client, id: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [
    IMPORT_RUNNING,
    id,
  ]);
  return rows[0]?.taken === true;
}
