import { type Actor, sendWithNext } from '@anju/kit';
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

/** Whom the database let in, and the stamp of what his sign-in hangs on. */
export interface Entered {
  readonly actor: Actor;
  readonly stamp: string;
}

/** Opens the user's scope on this transaction, or confirms outside one who asks; undefined when the sign-in no longer holds. */
export async function enter(db: Knex, request: EnterRequest): Promise<Entered | undefined> {
  return enteredOf(await db.raw<EnterAnswer>(ENTER.replace(/\$\d/g, '?'), [...valuesOf(request)]), request);
}

/** The same in one packet with the transaction's next statement, which is answered after `check` (sendWithNext). */
export async function enterWithNext(
  db: Knex,
  request: EnterRequest,
  check: (entered: Entered | undefined) => void,
): Promise<{ readonly checked: Promise<void>; readonly send: () => void }> {
  return sendWithNext(
    db,
    { sql: ENTER, values: valuesOf(request) },
    (answer: EnterAnswer) => check(enteredOf(answer, request)),
    { guards: true },
  );
}

interface EnterAnswer {
  readonly rows: readonly EnterRow[];
}

const ENTER = 'select * from anju.enter($1, $2, $3, $4, $5)';

function valuesOf({ userId, sessionId, stamp, readOnly, requestId }: EnterRequest) {
  return [userId, sessionId, stamp, readOnly, requestId] as const;
}

function enteredOf({ rows: [row] }: EnterAnswer, { userId, sessionId }: EnterRequest): Entered | undefined {
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
