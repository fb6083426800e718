import type { Duty } from '@anju/domain';
import type { Knex } from 'knex';

/** Id of the users-permissions role with this key. */
export async function roleId(db: Knex, type: string): Promise<number | undefined> {
  const row = await db('up_roles').where({ type }).first<{ id: number } | undefined>('id');
  return row?.id;
}

/** Replaces what every role may do. */
export async function setRoleDuties(
  db: Knex,
  rows: readonly { readonly role: string; readonly duty: Duty }[],
): Promise<void> {
  await db.withSchema('anju').from('role_duty').delete();
  await db.withSchema('anju').insert(rows).into('role_duty');
}

/** Replaces which roles each role may grant. */
export async function setRoleGrants(
  db: Knex,
  rows: readonly { readonly role: string; readonly grants: string; readonly own_region: boolean }[],
): Promise<void> {
  await db.withSchema('anju').from('role_grant').delete();
  await db.withSchema('anju').insert(rows).into('role_grant');
}

/** Makes the role if it is missing and gives it exactly these actions. */
export async function setRoleActions(db: Knex, type: string, name: string, actions: readonly string[]): Promise<void> {
  const role = (await roleId(db, type)) ?? (await insertRole(db, type, name));
  await db.raw(
    `delete from up_permissions p using up_permissions_role_lnk l
     where l.permission_id = p.id and l.role_id = ? and p.action <> all (?::text[])`,
    [role, actions],
  );
  await db.raw(
    `with wanted as (select unnest(?::text[]) as action),
          added as (insert into up_permissions (document_id, action, created_at, updated_at, published_at)
                    select substr(md5(action || random()), 1, 24), action, now(), now(), now() from wanted
                    where action not in (select p.action from up_permissions p
                                         join up_permissions_role_lnk l on l.permission_id = p.id where l.role_id = ?)
                    returning id)
     insert into up_permissions_role_lnk (permission_id, role_id) select id, ? from added`,
    [actions, role, role],
  );
}

async function insertRole(db: Knex, type: string, name: string): Promise<number> {
  const rows = await db('up_roles')
    .insert({
      document_id: db.raw('substr(md5(random()::text), 1, 24)'),
      type,
      name,
      description: name,
      created_at: db.fn.now(),
      updated_at: db.fn.now(),
      published_at: db.fn.now(),
    })
    .returning<{ id: number }[]>('id');
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`The role ${type} was not made`);
  return id;
}
