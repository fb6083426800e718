import type { RenovationArchive } from '@anju/domain';
import { ask } from '@anju/kit';
import type { Knex } from 'knex';

/**
 * Joins the archive `a` of household `h` with safeguard `s`: the linked one, else the one that a person gave it, else one that holds
 * a person of the household and belongs to no other. It is shown before it is linked, so that the form opens with its values.
 * `offset 0` keeps the id a column: an expression with a subquery would not be looked up by key under row level security.
 */
export const JOIN_ARCHIVE = `left join lateral (select coalesce(s.renovation_id, (
    select r.id from renovations r where r.household_id = h.id
      and not exists (select from safeguards other where other.renovation_id = r.id and other.household_id <> h.id)), (
    select r.id from members m join renovations r on r.id_key = m.id_key
    where m.household_id = h.id and r.household_id is null and r.refused_household_id is distinct from h.id
      and not exists (select from safeguards other where other.renovation_id = r.id and other.household_id <> h.id)
    order by r.plan_year desc nulls last, r.id limit 1)) as id offset 0) archive on true
  left join renovations a on a.id = archive.id`;

/** The archive that a save completes, with what the parts of its subsidy come to (null when none is given). */
export type ArchiveOfHousehold = Required<RenovationArchive> & {
  readonly id: number;
  readonly modeNote: string | null;
  readonly subsidyOfParts: number | null;
};

const ARCHIVE = `
select a.id, a.original_appraisal_result as "originalAppraisalResult", a.renovation_mode as "renovationMode",
  a.mode_note as "modeNote", a.construction_mode as "constructionMode", a.plan_year as "planYear",
  a.subsidy_total as "subsidyTotal", a.start_date as "startDate", a.completion_date as "completionDate", a.accepted,
  a.accepted_by as "acceptedBy",
  case when coalesce(a.subsidy_central, a.subsidy_province, a.subsidy_city, a.subsidy_county) is not null
    then coalesce(a.subsidy_central, 0) + coalesce(a.subsidy_province, 0) + coalesce(a.subsidy_city, 0)
      + coalesce(a.subsidy_county, 0) end as "subsidyOfParts"
from households h left join safeguards s on s.household_id = h.id
${JOIN_ARCHIVE}
where h.id = $1 and a.id is not null`;

/** The archive that belongs to a household, or could; undefined when there is none in the scope. */
export async function archiveOfHousehold(db: Knex, householdId: number): Promise<ArchiveOfHousehold | undefined> {
  const [archive] = await ask<ArchiveOfHousehold>(db, { sql: ARCHIVE, values: [householdId] });
  return archive;
}

/** Id of the archive that a household's safeguard is linked to, in the scope or not; null when it has no link. */
export async function linkedArchive(db: Knex, householdId: number): Promise<number | null> {
  const row = await db('safeguards')
    .select<{ renovation_id: number | null }[]>('renovation_id')
    .where({ household_id: householdId })
    .first();
  return row?.renovation_id ?? null;
}
