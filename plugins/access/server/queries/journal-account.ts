import type { Knex } from 'knex';

/** Writes an act that changes no row of the ledger, such as the end of an account's sign-ins. */
export async function journalAccount(
  db: Knex,
  action: 'endSignIns',
  account: number,
  regionCode: string,
): Promise<void> {
  await db.raw(`select anju.write_journal(?, 'up_users', ?, ?)`, [action, account, regionCode]);
}
