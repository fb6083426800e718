import type { ReviewReason } from '@anju/domain/contracts';
import type { ReviewState, SafeguardKind } from '@anju/domain';
import type { Knex } from 'knex';

/** What a step of the review needs of a household's safeguard; its household is locked. */
export interface ReviewedSafeguard {
  readonly kind: SafeguardKind;
  readonly review_state: ReviewState;
  readonly entered_by: number | null;
  readonly township_reviewer: string | null;
  readonly township_review_date: string | null;
}

/** The review of a household's safeguard; undefined while it is unrecognised. */
export async function reviewedSafeguard(db: Knex, householdId: number): Promise<ReviewedSafeguard | undefined> {
  return db('safeguards')
    .select<
      ReviewedSafeguard[]
    >('kind', 'review_state', 'entered_by', 'township_reviewer', db.raw('township_review_date::text as township_review_date'))
    .where({ household_id: householdId })
    .first();
}

/** Returns a safeguard with the reasons. */
export async function writeReturn(
  db: Knex,
  householdId: number,
  by: number,
  reasons: readonly ReviewReason[],
): Promise<void> {
  await db.raw(
    `update safeguards set review_state = 'returned', returned_by = ?, returned_at = clock_timestamp(), return_reasons = cast(? as jsonb)
     where household_id = ?`,
    [by, JSON.stringify(reasons), householdId],
  );
}

/** Takes an approval back to the state before it; a date that the approval filled goes with it. */
export async function writeTakeBack(db: Knex, householdId: number, from: ReviewState): Promise<void> {
  await db.raw(
    from === 'countyApproved'
      ? `update safeguards set review_state = 'townshipApproved',
           county_review_date = case when county_paper then county_review_date end where household_id = ?`
      : `update safeguards set review_state = 'entered', township_review_date = null where household_id = ?`,
    [householdId],
  );
}

/** A returned safeguard that is saved again waits for the township anew. */
export async function reopenReturned(db: Knex, householdId: number): Promise<void> {
  await db('safeguards')
    .where({ household_id: householdId, review_state: 'returned' })
    .update({ review_state: 'entered' });
}

/** The township approved on paper. */
export async function writePaperApproval(db: Knex, householdId: number): Promise<void> {
  await db.raw(
    `update safeguards set review_state = 'townshipApproved', township_paper = true, township_approved_at = clock_timestamp()
     where household_id = ? and review_state = 'entered'`,
    [householdId],
  );
}

/** Whether an active account may review in the township of a place. */
export async function hasTownshipReviewer(db: Knex, regionCode: string): Promise<boolean> {
  const result = await db.raw<{ rows: { has: boolean }[] }>('select anju.township_has_reviewer(?) as has', [
    regionCode,
  ]);
  return result.rows[0]?.has === true;
}
