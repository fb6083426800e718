import type { Knex } from 'knex';

/** A person that carries, or carried before its correction, one of the numbers asked for. */
export interface KeyedPerson {
  readonly household_id: number;
  readonly name: string;
  readonly id_key: string | null;
  readonly replaced_id_key: string | null;
  /** The list's number when it has no key: it is found as it stands. */
  readonly unkeyed_number: string | null;
}

const PERSON = `m.id, m.household_id, m.name, m.id_key, m.replaced_id_key,
  case when m.id_key is null then m.registry_id_number end as unkeyed_number`;

/** Persons in the scope by identity key, old or corrected, or by a number that has none: what the list's condition finds. */
export async function personsByNumber(
  db: Knex,
  asked: { readonly keys: readonly string[]; readonly unkeyed: readonly string[] },
): Promise<KeyedPerson[]> {
  const result = await db.raw<{ rows: KeyedPerson[] }>(
    `with asked as (select distinct unnest(cast(:keys as text[])) as key),
       unkeyed as (select distinct unnest(cast(:unkeyed as text[])) as number)
     select ${PERSON} from asked join members m on m.id_key = asked.key
     union
     select ${PERSON} from asked join members m on m.replaced_id_key = asked.key
     union
     select ${PERSON} from unkeyed join members m on m.registry_id_number = unkeyed.number and m.id_key is null
     order by id`,
    { keys: [...asked.keys], unkeyed: [...asked.unkeyed] },
  );
  return result.rows;
}
