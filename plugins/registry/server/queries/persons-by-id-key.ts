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
  const result = await db.raw<{ rows: KeyedPerson[] }>(
    `with asked as (select distinct unnest(cast(:keys as text[])) as key)
     select m.id, m.household_id, m.name, m.id_key, m.replaced_id_key from asked join members m on m.id_key = asked.key
     union
     select m.id, m.household_id, m.name, m.id_key, m.replaced_id_key from asked join members m on m.replaced_id_key = asked.key
     order by id`,
    { keys: [...keys] },
  );
  return result.rows;
}
