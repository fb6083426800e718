import type { Knex } from 'knex';

/** Removes a session with all that it was renewed from and into, so that no token of that sign-in works any more. */
export async function endSignIn(db: Knex, sessionId: string): Promise<void> {
  await db.raw(
    `with recursive family as (
       select session_id, child_id from strapi_sessions where session_id = ? and origin = 'users-permissions'
       union
       select s.session_id, s.child_id from strapi_sessions s
       join family f on s.session_id = f.child_id or s.child_id = f.session_id
     )
     delete from strapi_sessions where session_id in (select session_id from family)`,
    [sessionId],
  );
}

/** Whether a session is one of the account's. */
export async function isSessionOf(db: Knex, sessionId: string, account: number): Promise<boolean> {
  const session = { session_id: sessionId, user_id: String(account), origin: 'users-permissions' };
  const row: unknown = await db('strapi_sessions').where(session).first('id');
  return row !== undefined;
}

/** Removes every session of an account: none of its tokens works any more. */
export async function endAllSignIns(db: Knex, account: number): Promise<void> {
  await db('strapi_sessions')
    .where({ user_id: String(account), origin: 'users-permissions' })
    .delete();
}

/** Whether a session, which each renewal makes anew, is older than so many seconds. */
export async function isSessionOlder(db: Knex, sessionId: string, seconds: number): Promise<boolean> {
  const row: unknown = await db('strapi_sessions')
    .where({ session_id: sessionId, origin: 'users-permissions' })
    .whereRaw('created_at::timestamptz < now() - make_interval(secs => ?)', [seconds])
    .first('id');
  return row !== undefined;
}
