import type { Knex } from 'knex';
import { columnsOf } from './column-names';

/** What is corrected of a household; a field left out stays as it is. */
export interface HouseholdChanges {
  readonly remark?: string | null;
  readonly departureReason?: string | null;
  readonly regionCode?: string;
}

/** Writes the corrections of one household. */
export async function correctHousehold(db: Knex, id: number, changes: HouseholdChanges): Promise<void> {
  await db('households')
    .where({ id })
    .update(columnsOf({ ...changes }));
}
