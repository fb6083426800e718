import type { TestApp } from './app';

/** An account made by the owner for one test; its password is the demonstration's. */
export interface TestAccount {
  readonly username: string;
  readonly role: string;
  readonly regionCode: string;
  readonly name?: string;
  /** The level of the region's length unless given. */
  readonly level?: string;
  readonly mustChangePassword?: boolean;
}

/** Makes an account and answers its number. */
export async function addAccount(app: TestApp, account: TestAccount): Promise<number> {
  const { username, role, regionCode, name = '测试用户', level = null, mustChangePassword = false } = account;
  const { rows } = await app.owner.query<{ id: number }>(
    `with one as (
       insert into up_users (document_id, username, email, provider, confirmed, blocked, password, name, level, region_code, must_change_password, created_at)
       select 'a' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 23), $1::text, $1::text || '@accounts.invalid', 'local', true, false, password,
         $2, coalesce($3, anju.level_of_region($4::text)), $4::text, $5, now()
       from up_users where username = 'demo-clerk' returning id),
     given as (insert into up_users_role_lnk (user_id, role_id) select one.id, r.id from one, up_roles r where r.type = $6 returning user_id)
     select user_id as id from given`,
    [username, name, level, regionCode, mustChangePassword, role],
  );
  const [row] = rows;
  if (!row) throw new Error(`The account ${username} was not made`);
  return row.id;
}
