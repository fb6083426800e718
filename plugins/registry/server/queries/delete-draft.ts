import type { Knex } from 'knex';

/** Deletes the caller's own draft for a household, if there is one. */
export async function deleteDraft(db: Knex, householdId: number): Promise<void> {
  await db.raw('delete from anju.draft where household_id = ?', [householdId]);
}
