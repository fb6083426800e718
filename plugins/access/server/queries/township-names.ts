import type { Knex } from 'knex';

/** A county and its townships, in code order. */
export async function townshipNames(
  db: Knex,
  county: string,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return db('regions')
    .where({ code: county })
    .orWhere((townships) => void townships.where({ parent_code: county }).whereNull('merged_into'))
    .orderBy('code')
    .select<{ code: string; name: string }[]>('code', 'name');
}
