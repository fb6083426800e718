import type { UserLevel } from '@anju/domain';
import type { Knex } from 'knex';

/** Whether the caller may give an account of this level and region this role. */
export async function mayGrant(db: Knex, role: string, level: UserLevel, regionCode: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { may: boolean }[] }>('select anju.may_grant(?, ?, ?) as may', [
    role,
    level,
    regionCode,
  ]);
  return rows[0]?.may ?? false;
}
