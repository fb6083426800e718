import { ask, sendWithNext } from '@anju/kit';
import type { Knex } from 'knex';
import type { ReviewedSafeguard } from './review-state';

/** What a save needs of the household that it has locked until its transaction ends. */
export interface LockedHousehold {
  readonly id: number;
  readonly region_code: string;
  readonly source: string;
  readonly version: number;
  /** The version at the last change of anything but evidence. */
  readonly content_version: number;
  /** Its safeguard as it was when the lock was asked for: whoever writes one raises `content_version`. */
  readonly safeguard: ReviewedSafeguard | null;
  readonly configuration_stamp: string;
}

/**
 * Locks one household against other saves; undefined when it does not exist or lies outside the scope. Rows that name it may still be
 * written: who saves the same person in another household writes this one's warning too.
 */
export async function lockedHousehold(db: Knex, id: number): Promise<LockedHousehold | undefined> {
  const [household] = await ask<LockedHousehold>(db, { sql: LOCK, values: [id] });
  return household;
}

/** The same in one packet with the transaction's next statement, which runs when the household is locked (sendWithNext). */
export async function lockedHouseholdWithNext(
  db: Knex,
  id: number,
): Promise<{ readonly checked: Promise<LockedHousehold | undefined> }> {
  return sendWithNext(
    db,
    { sql: LOCK, values: [id] },
    ({ rows }: { readonly rows: readonly LockedHousehold[] }) => rows[0],
  );
}

const LOCK = `
select h.id, h.region_code, h.source, h.version, h.content_version,
  (select json_build_object('kind', s.kind, 'review_state', s.review_state, 'entered_by', s.entered_by,
     'township_reviewer', s.township_reviewer, 'township_review_date', s.township_review_date)
   from safeguards s where s.household_id = h.id) as safeguard,
  (select c.stamp::text from anju.configuration_stamp c) as configuration_stamp
from households h where h.id = $1 for no key update of h`;
