import type { Knex } from 'knex';

/** An act that is no row change: whose record was opened, which number was shown, and why something was taken back. */
export interface JournalledAct {
  readonly action: string;
  readonly subjectTable: string;
  /** Null when the act concerns none that the caller may see. */
  readonly subjectId: number | null;
  readonly regionCode: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes one journal entry on the request's transaction, in the signed-in person's name. */
export async function writeJournal(db: Knex, act: JournalledAct): Promise<void> {
  await db.raw('select anju.write_journal(?, ?, ?, ?, ?::jsonb)', [
    act.action,
    act.subjectTable,
    act.subjectId,
    act.regionCode,
    JSON.stringify(act.detail ?? {}),
  ]);
}
