import type { Knex } from 'knex';

/** Id of the relocation entry that names a person of the household; undefined when none in the scope does. */
export async function relocationEntryOfHousehold(db: Knex, householdId: number): Promise<number | undefined> {
  const row = await db('members as m')
    .join('relocation_entries as r', 'r.id_key', 'm.id_key')
    .select<{ id: number }[]>('r.id')
    .where('m.household_id', householdId)
    .orderBy('r.id')
    .first();
  return row?.id;
}
