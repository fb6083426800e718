import type { Knex } from 'knex';

/** Records that an account no longer uses the password it was given. */
export async function clearFirstPassword(db: Knex, userId: number): Promise<void> {
  await db('up_users').where({ id: userId, must_change_password: true }).update({ must_change_password: false });
}
