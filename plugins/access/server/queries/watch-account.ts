import type { Knex } from 'knex';

/** What the security administrator does with an account. */
export type WatchStep = 'unlock' | 'disable' | 'endSignIns' | 'keepAccount';

/** Takes a step with a watched account; false when the caller does not watch it. */
export async function watchAccount(db: Knex, account: number, step: WatchStep, note: string | null): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { done: boolean }[] }>('select anju.watch_account(?, ?, ?) as done', [
    account,
    step,
    note,
  ]);
  return rows[0]?.done ?? false;
}
