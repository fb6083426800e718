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
