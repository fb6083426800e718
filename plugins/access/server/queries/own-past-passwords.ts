import type { Knex } from 'knex';

/** Hashes of the caller's last passwords, the present one first. */
export async function ownPastPasswords(db: Knex, count: number): Promise<readonly string[]> {
  const { rows } = await db.raw<{ rows: { hash: string }[] }>('select anju.own_past_passwords(?) as hash', [count]);
  return rows.map(({ hash }) => hash);
}
