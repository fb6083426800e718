import type { Knex } from 'knex';

/** Writes one journal entry about the warnings as a whole, in the signed-in person's name. */
export async function writeJournal(
  db: Knex,
  action: string,
  regionCode: string | null,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await db.raw(`select anju.write_journal(?, 'warnings', null, ?, ?::jsonb)`, [
    action,
    regionCode,
    JSON.stringify(detail),
  ]);
}
