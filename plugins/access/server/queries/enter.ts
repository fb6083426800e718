import type { Actor } from '@anju/kit';
import type { Duty, UserLevel } from '@anju/domain';
import type { Knex } from 'knex';

export interface EnterRequest {
  readonly userId: number;
  readonly sessionId: string;
  /** The stamp of the cached sign-in; null on its first request. */
  readonly stamp: string | null;
  readonly readOnly: boolean;
  readonly requestId: string;
}

interface EnterRow {
  readonly stamp: string;
  readonly username: string;
  readonly name: string | null;
  readonly role: string;
  readonly level: UserLevel;
  readonly region_code: string | null;
  readonly region_name: string | null;
  readonly township_reviewer: string | null;
  readonly county_reviewer: string | null;
  readonly must_change_password: boolean;
  readonly duties: readonly Duty[];
}

/** Opens the user's scope on this transaction, or confirms outside one who asks; undefined when the sign-in no longer holds. */
export async function enter(
  db: Knex,
  request: EnterRequest,
): Promise<{ readonly actor: Actor; readonly stamp: string } | undefined> {
  const { userId, sessionId, stamp, readOnly, requestId } = request;
  const result = await db.raw<{ rows: EnterRow[] }>('select * from anju.enter(?, ?, ?, ?, ?)', [
    userId,
    sessionId,
    stamp,
    readOnly,
    requestId,
  ]);
  const row = result.rows[0];
  return row && { stamp: row.stamp, actor: actorOf(row, userId, sessionId) };
}

function actorOf(row: EnterRow, id: number, sessionId: string): Actor {
  return {
    id,
    sessionId,
    username: row.username,
    name: row.name ?? row.username,
    role: row.role,
    duties: [...row.duties],
    level: row.level,
    regionCode: row.region_code,
    regionName: row.region_name,
    townshipReviewer: row.township_reviewer,
    countyReviewer: row.county_reviewer,
    mustChangePassword: row.must_change_password,
    demonstration: process.env.ANJU_DEMONSTRATION === '1',
  };
}
