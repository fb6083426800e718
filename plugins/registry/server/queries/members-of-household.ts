import type { Knex } from 'knex';

/** Who belongs to a household. */
export interface HouseholdMember {
  readonly id: number;
  readonly is_head: boolean;
}

/** The persons of a household, head first. */
export async function membersOfHousehold(db: Knex, householdId: number): Promise<HouseholdMember[]> {
  return db('members')
    .select<HouseholdMember[]>('id', 'is_head')
    .where({ household_id: householdId })
    .orderBy([{ column: 'is_head', order: 'desc' }, { column: 'id' }]);
}
