import type { Knex } from 'knex';

export interface NewImport {
  readonly regionCode: string;
  readonly fileName: string;
  readonly fileSize: number;
  readonly contentHash: string;
  readonly storageKey: string;
  readonly keptDays: number;
}

/** Queues an uploaded list for its dry run, in the name of the signed-in person; answers its id. */
export async function insertImport(db: Knex, given: NewImport): Promise<number> {
  const rows = await db
    .withSchema('anju')
    .insert({
      kind: 'household',
      state: 'queued',
      region_code: given.regionCode,
      file_name: given.fileName,
      file_size: given.fileSize,
      content_hash: given.contentHash,
      storage_key: given.storageKey,
      actor: db.raw('anju.actor()'),
      expires_at: db.raw('now() + make_interval(days => ?)', [given.keptDays]),
    })
    .into('import_batch')
    .returning<{ id: number }[]>('id');
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The import was not queued');
  return id;
}

/** Queues a tried list for its commit, to be written in the name of who asks for that; false when it is not waiting for it. */
export async function queueCommit(db: Knex, id: number): Promise<boolean> {
  const changed = await db
    .withSchema('anju')
    .from('import_batch')
    .where({ id, state: 'checked' })
    .update({ state: 'commitQueued', message: null, percent: 0, actor: db.raw('anju.actor()') });
  return changed === 1;
}

/** Gives an import up, whose file is no longer kept; false when it has ended already. Its transaction finds that out by itself and is rolled back. */
export async function cancelImport(db: Knex, id: number): Promise<boolean> {
  const changed = await db
    .withSchema('anju')
    .from('import_batch')
    .where({ id })
    .whereIn('state', ['queued', 'checking', 'checked', 'commitQueued', 'committing'])
    .update({ state: 'cancelled', phase: null, message: null, finished_at: db.fn.now(), expires_at: db.fn.now() });
  return changed === 1;
}
