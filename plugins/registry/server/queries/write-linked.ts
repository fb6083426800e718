import type { Knex } from 'knex';

/** A safeguard as one source makes it. */
export interface LinkedSafeguard {
  readonly household_id: number;
  readonly region_code: string;
  readonly source: string;
  readonly kind: string;
  readonly kind_note: string | null;
  readonly renovation_id: number | null;
  readonly relocation_entry_id: number | null;
  readonly start_date: string | null;
  readonly completion_date: string | null;
  readonly move_in_date: string | null;
}

/** Who answers for a set of safeguards, and when. */
export interface AnswerablePersons {
  readonly entry_person: string;
  readonly entry_date: string;
  readonly township_reviewer: string | null;
  readonly township_review_date: string | null;
  readonly county_reviewer: string | null;
  readonly county_review_date: string | null;
  readonly entered_by: number;
}

/** Recognises households as a set and writes a journal entry for each. */
export async function insertLinkedSafeguards(
  db: Knex,
  safeguards: readonly LinkedSafeguard[],
  persons: AnswerablePersons,
): Promise<void> {
  const given = [JSON.stringify(safeguards), JSON.stringify(persons)];
  await db.raw(
    `insert into safeguards (household_id, region_code, source, kind, kind_note, renovation_id, relocation_entry_id, start_date,
       completion_date, move_in_date, not_started, not_completed, not_moved_in, entry_person, entry_date, township_reviewer,
       township_review_date, county_reviewer, county_review_date, entered_by, review_state)
     select s.household_id, s.region_code, s.source, s.kind, s.kind_note, s.renovation_id, s.relocation_entry_id, s.start_date,
       s.completion_date, s.move_in_date, moved.not_yet, moved.not_yet, moved.not_yet, p.entry_person, p.entry_date,
       p.township_reviewer, p.township_review_date, p.county_reviewer, p.county_review_date, p.entered_by, 'entered'
     from jsonb_to_recordset(?::jsonb) as s (household_id integer, region_code text, source text, kind text, kind_note text,
       renovation_id integer, relocation_entry_id integer, start_date date, completion_date date, move_in_date date)
     cross join jsonb_to_record(?::jsonb) as p (entry_person text, entry_date date, township_reviewer text, township_review_date date,
       county_reviewer text, county_review_date date, entered_by integer)
     cross join lateral (select case when s.kind = 'povertyRelocation' then false end as not_yet) moved
     order by s.household_id`,
    given,
  );
  await db.raw(
    `select anju.write_journal('recogniseLinked', 'households', s.household_id, s.region_code,
       jsonb_build_object('kind', s.kind, 'renovationId', s.renovation_id, 'relocationEntryId', s.relocation_entry_id))
     from jsonb_to_recordset(?::jsonb) as s (household_id integer, region_code text, kind text, renovation_id integer, relocation_entry_id integer)`,
    given.slice(0, 1),
  );
}

/** The township approved these on paper. */
export async function writePaperApprovals(db: Knex, householdIds: readonly number[]): Promise<void> {
  await db.raw(
    `update safeguards set review_state = 'townshipApproved', township_paper = true, township_approved_at = clock_timestamp()
     where household_id = any (?) and review_state = 'entered'`,
    [[...householdIds]],
  );
}
