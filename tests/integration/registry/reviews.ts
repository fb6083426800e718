import type { HouseholdRecord, ReviewRow } from '@anju/domain/contracts';
import type { Caller, TestApp } from '../../harness/app';
import { recordOf } from './register';

/** The township with a reviewer's account, and the county it lies in. */
export const TOWNSHIP = '520425102';

/** Ids of households of a region whose review stands at a state, without open warnings, in region order. */
export async function inState(app: TestApp, state: string, regionCode = TOWNSHIP): Promise<number[]> {
  const { rows } = await app.owner.query<{ id: number }>(
    `select s.household_id as id from safeguards s where s.review_state = $1 and starts_with(s.region_code, $2)
       and not exists (select from warnings w where w.household_id = s.household_id and w.state not in ('cleared', 'dismissed', 'accepted'))
     order by s.region_code, s.household_id`,
    [state, regionCode],
  );
  return rows.map(({ id }) => id);
}

/** The review as the database holds it. */
export async function storedReview(app: TestApp, id: number): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await app.owner.query<Record<string, unknown>>(
    `select s.review_state, s.township_reviewer, s.township_review_date::text, s.township_paper, s.county_reviewer,
       s.county_review_date::text, s.county_paper, s.return_reasons::json,
       (select username from up_users where id = s.township_approved_by) as township_approved_by,
       (select username from up_users where id = s.county_approved_by) as county_approved_by,
       (select username from up_users where id = s.returned_by) as returned_by
     from safeguards s where s.household_id = $1`,
    [id],
  );
  const [row] = rows;
  if (!row) throw new Error(`Household ${id} has no safeguard`);
  return row;
}

/** What a step of the review sends: the version that stands, unless another is given. */
export async function step(
  app: TestApp,
  caller: Caller,
  id: number,
  verb: 'approve' | 'return' | 'take-back',
  more: object = {},
) {
  const { version } = await recordOf(app, id);
  return caller.post(`/api/registry/reviews/${id}/${verb}`).send({ version, ...more });
}

/** The record that a step answered. */
export function answered(answer: { readonly status: number; readonly text: string; readonly body: unknown }) {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as HouseholdRecord;
}

/** A queue as its reader sees it. */
export async function queueOf(caller: Caller, filter: object = {}, more: Readonly<Record<string, string>> = {}) {
  const search = new URLSearchParams({ filter: JSON.stringify(filter), ...more }).toString();
  const answer = await caller.get(`/api/registry/reviews?${search}`).expect(200);
  const headers = answer.headers as Readonly<Record<string, string | undefined>>;
  return {
    rows: answer.body as ReviewRow[],
    total: Number(headers['content-range']?.split('/').pop()),
    next: headers['x-next-cursor'],
  };
}

/** The safeguard of a record as the form sends it again. */
export function resent({ safeguard, version }: HouseholdRecord, changes: object = {}): object {
  if (safeguard?.kind !== 'originalSafe') throw new Error('The test needs a household that is safe as it is');
  const { kind, appraisalResult, appraiser, appraisalDate, entryPerson, entryDate } = safeguard;
  const { townshipReviewer, townshipReviewDate, countyReviewer, countyReviewDate } = safeguard;
  const persons = {
    entryPerson,
    entryDate,
    townshipReviewer,
    townshipReviewDate,
    countyReviewer,
    countyReviewDate,
  };
  return { version, kind, appraisalResult, appraiser, appraisalDate, ...persons, ...changes };
}
