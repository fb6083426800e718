import type { Knex } from 'knex';

/** A household's head, as an archive in its name begins. */
export interface HouseholdHead {
  readonly name: string;
  readonly id_number: string | null;
  readonly member_count: number;
}

/** The head of a household, with the number in force. */
export async function householdHead(db: Knex, householdId: number): Promise<HouseholdHead | undefined> {
  return db('members as m')
    .join('households as h', 'h.id', 'm.household_id')
    .select<
      HouseholdHead[]
    >('m.name', 'h.member_count', db.raw(`coalesce(nullif(m.corrected_id_number, ''), m.registry_id_number) as id_number`))
    .where({ 'm.household_id': householdId, 'm.is_head': true })
    .first();
}
