import type { Knex } from 'knex';

/** What a save needs of the household that it has locked until its transaction ends. */
export interface LockedHousehold {
  readonly id: number;
  readonly region_code: string;
  readonly source: string;
  readonly version: number;
  /** The version at the last change of anything but evidence. */
  readonly content_version: number;
}

/**
 * Locks one household against other saves; undefined when it does not exist or lies outside the scope. Rows that name it may still be
 * written: who saves the same person in another household writes this one's warning too.
 */
export async function lockedHousehold(db: Knex, id: number): Promise<LockedHousehold | undefined> {
  return db('households')
    .select<LockedHousehold[]>('id', 'region_code', 'source', 'version', 'content_version')
    .where({ id })
    .forNoKeyUpdate()
    .first();
}
