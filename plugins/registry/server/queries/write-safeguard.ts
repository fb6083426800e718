import { databaseErrorCode, sendWithNext } from '@anju/kit';
import type { Knex } from 'knex';
import { columnsOf } from './column-names';

/** A safeguard as it is saved: every column of it, those of other kinds empty. */
export type SafeguardRow = Readonly<Record<string, string | number | boolean | null>> & {
  readonly householdId: number;
};

const ONE_HOUSEHOLD_AN_ARCHIVE = 'safeguards_renovation_uq';
const DIVISION_BY_ZERO = '22012';

/** The safeguard names an archive that is another household's, perhaps one outside the scope. */
export class ArchiveTaken extends Error {}

/** The safeguard that the household's lock showed is there no more. */
export class SafeguardGone extends Error {}

/** Makes the safeguard of a household that has none; throws ArchiveTaken. */
export async function insertSafeguard(db: Knex, safeguard: SafeguardRow): Promise<void> {
  const { review_state: _first, ...saved } = columnsOf(safeguard);
  try {
    await db('safeguards').insert(columnsOf(safeguard)).onConflict('household_id').merge(Object.keys(saved));
  } catch (error) {
    throw takenArchive(error);
  }
}

/**
 * Puts a household's safeguard in the place of the one it has, whose review the database settles. It travels with the transaction's next
 * statement (sendWithNext), whose answer fails with ArchiveTaken, or SafeguardGone when there is none.
 */
export async function updateSafeguard(
  db: Knex,
  { householdId, reviewState: _first, ...safeguard }: SafeguardRow,
): Promise<{ readonly checked: Promise<void> }> {
  const saved = columnsOf(safeguard);
  const set = Object.keys(saved).map((column, place) => `${column} = $${place + 2}`);
  // None written is an error of the statement's own: what travels behind it, the COMMIT too, is skipped.
  const sql = `with saved as (update safeguards set ${set.join(', ')} where household_id = $1 returning id) select 1 / count(*) from saved`;
  const values = [householdId, ...Object.values(saved)];
  return sendWithNext(db, { sql, values }, () => undefined, { refused });
}

function refused(error: unknown): unknown {
  return databaseErrorCode(error) === DIVISION_BY_ZERO ? new SafeguardGone() : takenArchive(error);
}

function takenArchive(error: unknown): unknown {
  const taken = error instanceof Error && 'constraint' in error && error.constraint === ONE_HOUSEHOLD_AN_ARCHIVE;
  return taken ? new ArchiveTaken('The archive belongs to another household', { cause: error }) : error;
}

/** Takes a household's safeguard away; false when it had none. */
export async function deleteSafeguard(db: Knex, householdId: number): Promise<boolean> {
  const deleted = await db('safeguards').where({ household_id: householdId }).delete();
  return deleted > 0;
}
