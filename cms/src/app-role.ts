import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';

export const APP_ROLE = 'anju_app';

/** The serving role's connection string: ANJU_APP_DATABASE_URL, or the owner's with the role that this product makes. */
export function appUrl(ownerUrl: string): string {
  const given = process.env.ANJU_APP_DATABASE_URL;
  if (given) {
    if (new URL(given).username !== APP_ROLE) throw new Error(`ANJU_APP_DATABASE_URL 的用户必须是 ${APP_ROLE}`);
    return given;
  }
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = process.env.ANJU_APP_PASSWORD ?? '';
  return url.href;
}

/** Roles belong to the whole server: another node's preparation may be writing this one at the same moment. */
const EXISTS_BY_NOW = ['42710', '23505'];
const WRITTEN_MEANWHILE = 'tuple concurrently updated';
const TRIES = 10;

/** Makes the serving role or sets its password; needs CREATEROLE once, unless an operator made the role beforehand. */
export async function ensureAppRole(owner: Client): Promise<void> {
  if (process.env.ANJU_APP_DATABASE_URL) return;
  const password = process.env.ANJU_APP_PASSWORD ?? '';
  if (!/^[0-9a-f]{64}$/.test(password)) throw new Error('ANJU_APP_PASSWORD 格式不正确');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writeAppRole(owner, password);
    } catch (error) {
      if (!metAnother(error) || attempt === TRIES) throw error;
      await pause(Math.random() * 100);
    }
  }
}

function metAnother(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false;
  return EXISTS_BY_NOW.includes(error.code ?? '') || error.message.includes(WRITTEN_MEANWHILE);
}

async function writeAppRole(owner: Client, password: string): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  // Only a superuser may mention SUPERUSER in ALTER ROLE; checkAppRole refuses a role that has it.
  const role = rowCount
    ? `alter role ${APP_ROLE} login`
    : `create role ${APP_ROLE} login nosuperuser nocreatedb nocreaterole`;
  await owner.query(`${role} password '${password}'`);
}

interface RoleFacts {
  readonly super: boolean;
  readonly bypass: boolean;
  readonly member: boolean;
  readonly owned: string;
  readonly trigrams: boolean;
}

/** Refuses to serve with a role that could step around row level security, or on a database that loses Chinese trigrams. */
export async function checkAppRole(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<RoleFacts>(`
      select r.rolsuper as super, r.rolbypassrls as bypass,
             pg_has_role(current_user, d.datdba, 'member') as member,
             (select count(*) from pg_class c where c.relowner = r.oid) as owned,
             coalesce(array_length(show_trgm('张三'), 1), 0) > 0 as trigrams
      from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`);
    const facts = rows[0];
    if (!facts || facts.super || facts.bypass || facts.member || facts.owned !== '0') {
      throw new Error('服务账号权限过大（超级用户、绕过行级安全、属主或其成员），拒绝启动');
    }
    if (!facts.trigrams) throw new Error('数据库区域设置不支持中文检索，请用 C.UTF-8 建库');
  } finally {
    await client.end();
  }
}
