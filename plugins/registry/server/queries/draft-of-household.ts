import type { DraftRecord } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** The caller's own draft for a household; the table shows nobody else's, and none whose time is over. */
export async function draftOfHousehold(db: Knex, householdId: number): Promise<DraftRecord | undefined> {
  const result = await db.raw<{ rows: DraftRecord[] }>(
    `select version, fields::json as fields, to_json(saved_at) #>> '{}' as "savedAt" from anju.draft
     where household_id = ? and expires_at > now()`,
    [householdId],
  );
  return result.rows[0];
}
