import type { Knex } from 'knex';

const ONE_ARCHIVE_A_HOUSEHOLD = ['renovations_household_uq', 'safeguards_renovation_uq'];

/** The household has an archive, or the archive a household, that the writer may not see. */
export class LinkTaken extends Error {}

/** Gives an archive to a household; a recognised renovation without an archive names it at once. Throws LinkTaken. */
export async function linkRenovation(db: Knex, id: number, householdId: number): Promise<void> {
  try {
    await db.raw(
      `update renovations set household_id = ?::integer, refused_household_id = nullif(refused_household_id, ?::integer) where id = ?`,
      [householdId, householdId, id],
    );
    await db('safeguards').where({ household_id: householdId, kind: 'renovation' }).update({ renovation_id: id });
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
    const taken = ONE_ARCHIVE_A_HOUSEHOLD.some((name) => name === constraint);
    throw taken ? new LinkTaken('The archive or the household is taken', { cause: error }) : error;
  }
}

/** Takes an archive away from a household, and keeps its number from leading back there. */
export async function unlinkRenovation(db: Knex, id: number, householdId: number): Promise<void> {
  await db('safeguards').where({ household_id: householdId, renovation_id: id }).update({ renovation_id: null });
  await db('renovations').where({ id }).update({ household_id: null, refused_household_id: householdId });
}

/** What a household has already of renovation; undefined outside the scope. */
export interface RenovationOfHousehold {
  readonly kind: string | null;
  readonly renovation_id: number | null;
  /** The archive that a person linked to it. */
  readonly given_id: number | null;
}

/** The kind of a household's safeguard, and the archives that it is linked to. */
export async function renovationOfHousehold(db: Knex, householdId: number): Promise<RenovationOfHousehold | undefined> {
  return db('households as h')
    .leftJoin('safeguards as s', 's.household_id', 'h.id')
    .leftJoin('renovations as r', 'r.household_id', 'h.id')
    .select<RenovationOfHousehold[]>('s.kind', 's.renovation_id', 'r.id as given_id')
    .where('h.id', householdId)
    .first();
}
