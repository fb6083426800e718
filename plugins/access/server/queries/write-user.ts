import type { Knex } from 'knex';

/** Columns of an account that its superior sets. */
export interface UserColumns {
  readonly name?: string;
  readonly level?: string;
  readonly region_code?: string;
  readonly unit?: string | null;
  readonly phone?: string | null;
  readonly township_reviewer?: string | null;
  readonly county_reviewer?: string | null;
  readonly valid_until?: string | null;
  readonly blocked?: boolean;
  readonly password?: string;
  readonly must_change_password?: boolean;
}

/** Makes an account without a role; the database refuses one that is not below the caller. */
export async function insertUser(db: Knex, username: string, columns: UserColumns): Promise<number> {
  const rows = await db('up_users')
    .insert({
      ...columns,
      username,
      email: `${username}@accounts.invalid`,
      provider: 'local',
      confirmed: true,
      document_id: db.raw(`'a' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 23)`),
      created_at: db.fn.now(),
      updated_at: db.fn.now(),
      published_at: db.fn.now(),
    })
    .returning<{ id: number }[]>('id');
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The account was not made');
  return id;
}

/** Changes an account; the database refuses one that is not below the caller, before and after. */
export async function updateUser(db: Knex, id: number, columns: UserColumns): Promise<void> {
  await db('up_users')
    .where({ id })
    .update({ ...columns, updated_at: db.fn.now() });
}

/** Gives an account its one role. */
export async function setUserRole(db: Knex, id: number, role: number): Promise<void> {
  const changed = await db('up_users_role_lnk').where({ user_id: id }).update({ role_id: role });
  if (changed === 0) await db('up_users_role_lnk').insert({ user_id: id, role_id: role });
}

/** Whether a user name is in use, by whichever account. */
export async function isUsernameTaken(db: Knex, username: string): Promise<boolean> {
  const row: unknown = await db('up_users').whereRaw('lower(username) = ?', [username.toLowerCase()]).first('id');
  return row !== undefined;
}
