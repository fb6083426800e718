import type { Knex } from 'knex';

interface Attempt {
  readonly known: boolean;
  /** Seconds until the next try; 0 when this one may go on. */
  readonly waitSeconds: number;
}

/** Counts a try to sign in under a name from an address, in a transaction of its own. */
export async function beginSignIn(db: Knex, identifier: string, address: string, rule: object): Promise<Attempt> {
  const { rows } = await db.raw<{ rows: Attempt[] }>(
    'select known, wait_seconds as "waitSeconds" from anju.begin_sign_in(?, ?, ?)',
    [identifier, address, JSON.stringify(rule)],
  );
  const [attempt] = rows;
  if (!attempt) throw new Error('anju.begin_sign_in() answered nothing');
  return attempt;
}

/** Forgets the failures of an account that has signed in; answers whether it has to change a password older than so many days. */
export async function finishSignIn(db: Knex, account: number, address: string, passwordDays: number): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { due: boolean }[] }>('select anju.finish_sign_in(?, ?, ?) as due', [
    account,
    address,
    passwordDays,
  ]);
  return rows[0]?.due ?? false;
}
