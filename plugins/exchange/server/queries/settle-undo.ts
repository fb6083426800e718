import type { Client } from 'pg';

/** Opens the undo of an import in its journal; from here on the warnings are rechecked once, at the end. */
export async function recordUndo(
  client: Client,
  { id, regionCode, fileName }: { readonly id: number; readonly regionCode: string; readonly fileName: string },
): Promise<void> {
  await client.query(`select set_config('anju.batch', $1, true)`, [String(id)]);
  await client.query(`select anju.write_journal('undoImport', 'import_batch', $1, $2, $3)`, [
    id,
    regionCode,
    JSON.stringify({ fileName }),
  ]);
}

/** Marks the import as taken back, as the last statement of that transaction. */
export async function settleUndo(client: Client, id: number): Promise<void> {
  await client.query(
    `update anju.import_batch set state = 'undone', phase = null, percent = 100, message = null, undo_until = null where id = $1 and state = 'undoing'`,
    [id],
  );
}
