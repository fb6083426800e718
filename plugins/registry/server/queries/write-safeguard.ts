import type { Knex } from 'knex';
import { columnsOf } from './column-names';

/** A safeguard as it is saved: every column of it, those of other kinds empty. */
export type SafeguardRow = Readonly<Record<string, string | number | boolean | null>> & {
  readonly householdId: number;
};

/** Puts a household's safeguard in the place of the one it had, if any. */
export async function replaceSafeguard(db: Knex, safeguard: SafeguardRow): Promise<void> {
  await db('safeguards').insert(columnsOf(safeguard)).onConflict('household_id').merge();
}

/** Takes a household's safeguard away; false when it had none. */
export async function deleteSafeguard(db: Knex, householdId: number): Promise<boolean> {
  const deleted = await db('safeguards').where({ household_id: householdId }).delete();
  return deleted > 0;
}
