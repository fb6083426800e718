import type { Knex } from 'knex';

/**
 * Writes a sign-in or a refused one, in a statement of its own: the refusal that follows rolls nothing back.
 * A name that is no account leaves no trace of what was typed.
 */
export async function journalSignIn(
  db: Knex,
  action: 'signIn' | 'signInRefused',
  username: string,
  requestId: string,
): Promise<void> {
  await db.raw(
    `select set_config('anju.request', ?, true),
            anju.write_journal(?, 'up_users', (select id from up_users where username = ?), null)`,
    [requestId, action, username],
  );
}
