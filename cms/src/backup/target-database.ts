import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { BackupRefused } from './backup-refused';

const PATIENCE_MS = 3000;
const PAUSE_MS = 200;

/** What a database holds that a backup is to be restored into. */
export type TargetState = 'nothing' | 'emptyRegister' | 'register';

/** Looks what is there; throws BackupRefused when the tables are not of this product. */
export async function targetState(client: Client): Promise<TargetState> {
  const { rows } = await client.query<{ tables: boolean; ours: boolean }>(`
    select exists (select from pg_class where relkind in ('r', 'p', 'v', 'm') and relnamespace = 'public'::regnamespace) as tables,
           to_regclass('anju.node') is not null and to_regclass('public.households') is not null
             and to_regclass('public.up_users') is not null as ours`);
  if (!rows[0]?.tables) return 'nothing';
  if (!rows[0].ours) throw new BackupRefused('这个数据库中有别的程序的表，不能恢复到这里。请另建一个空数据库');
  const register = await client.query<{ used: boolean }>(
    `select exists (select from public.households) or exists (select from public.up_users) as used`,
  );
  return register.rows[0]?.used === false ? 'emptyRegister' : 'register';
}

/** Refuses while anybody else is connected: the application would go on serving over tables that are changed under it. */
export async function refuseWhileUsed(client: Client): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  // A session that has just been closed is listed for a moment longer.
  for (let others = await otherSessions(client); others.length > 0; others = await otherSessions(client)) {
    if (Date.now() > deadline) {
      throw new BackupRefused(`数据库正被使用（${others.join('、')}），不能恢复。请先停止安居和其他连接，再运行恢复`);
    }
    await pause(PAUSE_MS);
  }
}

async function otherSessions(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ who: string }>(`
    select format('%s × %s', coalesce(nullif(application_name, ''), usename::text), count(*)) as who from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null
    group by coalesce(nullif(application_name, ''), usename::text) order by 1`);
  return rows.map((row) => row.who);
}
