import type { Knex } from 'knex';
import { columnsOf } from './column-names';

/** A safeguard as it is saved: every column of it, those of other kinds empty. */
export type SafeguardRow = Readonly<Record<string, string | number | boolean | null>> & {
  readonly householdId: number;
};

const ONE_HOUSEHOLD_AN_ARCHIVE = 'safeguards_renovation_uq';

/** The safeguard names an archive that is another household's, perhaps one outside the scope. */
export class ArchiveTaken extends Error {}

/**
 * Puts a household's safeguard in the place of the one it had, if any, whose review the database settles; throws ArchiveTaken.
 * One that `isThere` is updated: an insert that turns into an update fires the triggers of both.
 */
export async function replaceSafeguard(
  db: Knex,
  safeguard: SafeguardRow,
  { isThere }: { readonly isThere: boolean },
): Promise<void> {
  try {
    const { review_state: _first, ...saved } = columnsOf(safeguard);
    const updated = isThere ? await db('safeguards').where({ household_id: safeguard.householdId }).update(saved) : 0;
    if (updated > 0) return;
    await db('safeguards').insert(columnsOf(safeguard)).onConflict('household_id').merge(Object.keys(saved));
  } catch (error) {
    const taken = error instanceof Error && 'constraint' in error && error.constraint === ONE_HOUSEHOLD_AN_ARCHIVE;
    throw taken ? new ArchiveTaken('The archive belongs to another household', { cause: error }) : error;
  }
}

/** Takes a household's safeguard away; false when it had none. */
export async function deleteSafeguard(db: Knex, householdId: number): Promise<boolean> {
  const deleted = await db('safeguards').where({ household_id: householdId }).delete();
  return deleted > 0;
}
