import type { Knex } from 'knex';

/** Deletes the drafts whose time is over, whoever wrote them; answers how many. */
export async function sweepDrafts(db: Knex): Promise<number> {
  const result = await db.raw<{ rows: { swept: number }[] }>('select anju.sweep_drafts() as swept');
  return result.rows[0]?.swept ?? 0;
}
