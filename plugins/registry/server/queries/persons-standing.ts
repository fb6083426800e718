import type { HouseholdSource } from '@anju/domain';
import type { Knex } from 'knex';

/** Where a person stands; outside the scope only the county is known. */
export interface StandingRow {
  readonly id_key: string;
  readonly region_code: string;
  readonly region_name: string;
  readonly household_id: number | null;
  readonly source: HouseholdSource | null;
  readonly person_name: string | null;
}

/** Where the persons with these identity keys stand already, on the list or beside it, anywhere in the register. */
export async function personsStanding(db: Knex, keys: readonly string[]): Promise<StandingRow[]> {
  const result = await db.raw<{ rows: StandingRow[] }>('select * from anju.persons_standing(?)', [[...keys]]);
  return result.rows;
}
