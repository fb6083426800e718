import type { DraftRow } from '@anju/domain/contracts';
import type { Knex } from 'knex';

/** The caller's own drafts whose time is not over, the latest first; the table shows nobody else's. */
export async function ownDrafts(db: Knex, limit: number): Promise<DraftRow[]> {
  const result = await db.raw<{ rows: DraftRow[] }>(
    `select d.household_id as "householdId", coalesce(p.name, '') as "headName", coalesce(g.full_name, h.region_code) as "regionName",
       h.recognised, to_json(d.saved_at) #>> '{}' as "savedAt", h.content_version > d.version as outdated
     from anju.draft d
     join households h on h.id = d.household_id
     left join members p on p.household_id = h.id and p.is_head
     left join regions g on g.code = h.region_code
     where d.expires_at > now()
     order by d.saved_at desc, d.household_id limit ?`,
    [limit],
  );
  return result.rows;
}
