import type { Knex } from 'knex';

/** Forgets what imports changed that can no longer be taken back. */
export async function sweepChanges(db: Knex): Promise<void> {
  await db.raw(`with past as (
      update anju.import_batch set undo_until = null where undo_until < now() and state = 'committed' returning id)
    delete from anju.import_change c using past where c.batch_id = past.id`);
}
