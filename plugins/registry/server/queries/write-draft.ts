import type { DraftInput } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** Keeps the caller's draft for a household in the place of the one before; its time begins anew. */
export async function writeDraft(
  db: Knex,
  householdId: number,
  regionCode: string,
  { version, fields }: DraftInput,
): Promise<void> {
  await db.raw(
    `insert into anju.draft (household_id, region_code, version, fields) values (?, ?, ?, ?::jsonb)
     on conflict (creator, household_id) do update
       set region_code = excluded.region_code, version = excluded.version, fields = excluded.fields,
           saved_at = excluded.saved_at, expires_at = excluded.expires_at`,
    [householdId, regionCode, version, JSON.stringify(fields)],
  );
}
