import type { ArchiveField } from '@anju/domain';
import { sendWithNext } from '@anju/kit';
import type { Knex } from 'knex';
import { columnsOf } from './column-names';

/** The archive fields that a save sets; fields left out stay as they are. */
export type ArchiveChanges = { readonly [Field in ArchiveField | 'modeNote']?: string | number | boolean | null };

/** In whose name and where an archive is opened. */
export interface NewArchive {
  readonly regionCode: string;
  readonly headName: string;
  readonly idNumber: string | null;
  readonly povertyType: string | null;
  readonly personCount: number;
}

/**
 * Completes an archive in the scope, for a household whose safeguard this transaction saves after it: that write copies the
 * archive, so that the archive's own triggers leave the household and its warnings to it (anju.spread_archive). It travels with that write (sendWithNext).
 */
export async function updateRenovation(
  db: Knex,
  id: number,
  householdId: number,
  changes: ArchiveChanges,
): Promise<void> {
  const columns = columnsOf(changes);
  const set = Object.keys(columns).map((column, place) => `${column} = $${place + 3}`);
  const sql = `update renovations set ${set.join(', ')} where id = $1 and set_config('anju.saved_household', $2, true) is not null`;
  await sendWithNext(db, { sql, values: [id, String(householdId), ...Object.values(columns)] }, () => undefined);
}

/** Opens an archive; returns its id. */
export async function insertRenovation(db: Knex, archive: NewArchive, fields: ArchiveChanges): Promise<number> {
  const rows: { id: number }[] = await db('renovations')
    .insert(columnsOf({ ...archive, ...fields }))
    .returning('id');
  const [row] = rows;
  if (!row) throw new Error('The new archive is not visible to its writer');
  return row.id;
}
