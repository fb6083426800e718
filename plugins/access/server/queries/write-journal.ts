import type { Knex } from 'knex';

/** Writes that the journal itself was read, written to a file or verified; it concerns the whole node. */
export async function journalReading(
  db: Knex,
  action: 'readJournal' | 'exportJournal' | 'verifyJournal',
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await db.raw(`select anju.write_journal(?, 'journal', null, null, ?::jsonb)`, [action, JSON.stringify(detail)]);
}
