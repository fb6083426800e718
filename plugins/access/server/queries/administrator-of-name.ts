import type { Knex } from 'knex';

/** The role of an active account of this person's name that has one of these roles; undefined when there is none. */
export async function administratorOfName(
  db: Knex,
  name: string,
  roles: readonly string[],
): Promise<string | undefined> {
  const row = await db('up_users as u')
    .join('up_users_role_lnk as l', 'l.user_id', 'u.id')
    .join('up_roles as r', 'r.id', 'l.role_id')
    .where('u.name', name)
    .whereIn('r.type', [...roles])
    .whereRaw('not coalesce(u.blocked, false)')
    .first<{ type: string } | undefined>('r.type');
  return row?.type;
}
