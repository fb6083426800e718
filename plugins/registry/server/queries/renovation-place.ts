import type { Knex } from 'knex';

interface RenovationPlace {
  readonly region_code: string;
  readonly version: number;
}

/** Where an archive stands and at which version; undefined when it does not exist or lies outside the scope. */
export async function renovationPlace(db: Knex, id: number): Promise<RenovationPlace | undefined> {
  return db('renovations').select<RenovationPlace[]>('region_code', 'version').where({ id }).first();
}
