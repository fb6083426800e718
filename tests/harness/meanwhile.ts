import { Client } from 'pg';
import type { TestApp } from './app';

const POLL_MS = 20;

/** Runs statements of the owner beside `work`, commits them as soon as the work waits for their rows, and answers what the work answers. */
export async function meanwhile<T>(app: TestApp, statements: readonly string[], work: () => Promise<T>): Promise<T> {
  const other = new Client({ connectionString: app.ownerUrl });
  await other.connect();
  try {
    await other.query('begin');
    for (const statement of statements) await other.query(statement);
    let isOver = false;
    const outcome = work().finally(() => (isOver = true));
    outcome.catch(() => undefined);
    while (!isOver && !(await isSomebodyWaiting(app))) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    await other.query('commit');
    return await outcome;
  } finally {
    await other.end();
  }
}

async function isSomebodyWaiting(app: TestApp): Promise<boolean> {
  const { rowCount } = await app.owner.query(
    `select from pg_locks l join pg_stat_activity a using (pid)
     where a.datname = current_database() and not l.granted and l.locktype in ('transactionid', 'tuple')`,
  );
  return rowCount !== 0;
}
