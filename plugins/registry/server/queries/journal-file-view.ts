import type { Knex } from 'knex';

/** Notes in the journal that the caller looked at a piece of evidence in full. */
export async function journalFileView(db: Knex, evidenceId: number): Promise<void> {
  await db.raw(
    `select anju.write_journal('viewFile', 'evidences', e.id, e.region_code,
       jsonb_strip_nulls(jsonb_build_object('household_id', e.household_id, 'renovation_id', e.renovation_id, 'category', e.category)))
     from evidences e where e.id = ?`,
    [evidenceId],
  );
}
