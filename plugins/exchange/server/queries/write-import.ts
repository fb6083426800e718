import { type ImportKind, OPEN_IMPORT_STATES } from '@anju/domain';
import type { Knex } from 'knex';

export interface NewImport {
  readonly kind: ImportKind;
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
      kind: given.kind,
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
    .whereIn('state', [...OPEN_IMPORT_STATES])
    .update({ state: 'cancelled', phase: null, message: null, finished_at: db.fn.now(), expires_at: db.fn.now() });
  return changed === 1;
}

/** Keeps what the user takes the titles for and tries the list anew by it; false when it is not waiting for that. */
export async function queueMapped(
  db: Knex,
  id: number,
  mapping: Readonly<Record<string, string | null>>,
): Promise<boolean> {
  const changed = await db
    .withSchema('anju')
    .from('import_batch')
    .where({ id })
    .whereIn('state', ['unmapped', 'checked'])
    .update({
      state: 'queued',
      mapping: JSON.stringify(mapping),
      message: null,
      percent: 0,
      counts: null,
      examples: null,
      effects: null,
      errors_key: null,
      actor: db.raw('anju.actor()'),
    });
  return changed === 1;
}

/** Queues a committed import to be taken back in the signed-in person's name; false when it cannot be any more. */
export async function queueUndo(db: Knex, id: number): Promise<boolean> {
  const changed = await db
    .withSchema('anju')
    .from('import_batch')
    .where({ id, state: 'committed' })
    .where('undo_until', '>', db.fn.now())
    .update({ state: 'undoQueued', message: null, percent: 0, undo_actor: db.raw('anju.actor()') });
  return changed === 1;
}
