import type { Knex } from 'knex';

/** A person that carries, or carried before its correction, one of the keys asked for. */
export interface KeyedPerson {
  readonly household_id: number;
  readonly name: string;
  readonly id_key: string | null;
  readonly replaced_id_key: string | null;
}

/** Persons in the scope by identity key, old or corrected. */
export async function personsByIdKey(db: Knex, keys: readonly string[]): Promise<KeyedPerson[]> {
  return db('members')
    .select<KeyedPerson[]>('household_id', 'name', 'id_key', 'replaced_id_key')
    .whereRaw('id_key = any (?) or replaced_id_key = any (?)', [[...keys], [...keys]])
    .orderBy('id');
}
