import type { Knex } from 'knex';

/** Who approves, on which day. */
export interface Approver {
  readonly id: number;
  readonly name: string;
  readonly today: string;
}

/** The level at which a safeguard waits for an approval. */
export type ApprovalLevel = 'township' | 'county';

/** Approves these households' safeguards at a level: the account, the date, and the printed name where it was empty. */
export async function approveSafeguards(
  db: Knex,
  level: ApprovalLevel,
  households: readonly number[],
  { id, name, today }: Approver,
): Promise<number> {
  const result = await db.raw<{ rowCount: number }>(APPROVALS[level], { id, name, today, households: [...households] });
  return result.rowCount;
}

const APPROVALS = {
  township: `update safeguards set review_state = 'townshipApproved', township_approved_by = :id,
      township_approved_at = clock_timestamp(), township_paper = false, township_review_date = :today,
      township_reviewer = coalesce(nullif(township_reviewer, ''), :name)
    where household_id = any (:households) and review_state = 'entered'`,
  county: `update safeguards set review_state = 'countyApproved', county_approved_by = :id,
      county_approved_at = clock_timestamp(),
      county_review_date = case when county_paper then county_review_date else :today end,
      county_reviewer = coalesce(nullif(county_reviewer, ''), :name)
    where household_id = any (:households) and review_state = 'townshipApproved'`,
} as const;
