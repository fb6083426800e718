import type { Knex } from 'knex';

/** A township that the caller may ask for. */
export interface TownshipChoice {
  readonly code: string;
  readonly name: string;
  readonly requested: boolean;
}

/** Townships that the caller may ask for, in code order; none once they are placed. */
export async function townshipChoices(db: Knex): Promise<readonly TownshipChoice[]> {
  const { rows } = await db.raw<{ rows: TownshipChoice[] }>('select * from anju.township_choices()');
  return rows;
}

/** Asks for a township; false when it is not one that the caller may ask for. */
export async function requestTownship(db: Knex, regionCode: string): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { asked: boolean }[] }>('select anju.request_township(?) as asked', [
    regionCode,
  ]);
  return rows[0]?.asked ?? false;
}
