import type { Knex } from 'knex';

/** Forgets the failed sign-ins of an account below the caller, with an entry in the journal. */
export async function unlockAccount(db: Knex, account: number): Promise<void> {
  await db.raw('select anju.unlock_account(?)', [account]);
}
