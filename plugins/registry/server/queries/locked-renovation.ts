import type { Knex } from 'knex';

/** What a save needs of the archive that it has locked until its transaction ends. */
export interface LockedRenovation {
  readonly id: number;
  readonly region_code: string;
  readonly version: number;
  /** The household that a person linked it to. */
  readonly household_id: number | null;
}

/** Locks one archive against other saves; undefined when it does not exist or lies outside the scope. */
export async function lockedRenovation(db: Knex, id: number): Promise<LockedRenovation | undefined> {
  return db('renovations')
    .select<LockedRenovation[]>('id', 'region_code', 'version', 'household_id')
    .where({ id })
    .forNoKeyUpdate()
    .first();
}

/** The household whose safeguard names an archive, or that a person linked it to; it is locked before the archive. */
export async function holderOfRenovation(db: Knex, id: number): Promise<number | undefined> {
  const result = await db.raw<{ rows: { household_id: number }[] }>(
    `select household_id from (
       select s.household_id, 1 as rank from safeguards s where s.renovation_id = ?
       union all select a.household_id, 2 from renovations a where a.id = ? and a.household_id is not null) holder
     order by rank limit 1`,
    [id, id],
  );
  return result.rows[0]?.household_id;
}
