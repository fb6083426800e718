import type { Knex } from 'knex';

const PERSON_LOCK = 726_035;

/** Lets nobody else add persons with these identity keys until the transaction ends; taken in one order, so that two cannot wait in a circle. */
export async function lockPersons(db: Knex, keys: readonly string[]): Promise<void> {
  await db.raw(
    `select pg_advisory_xact_lock(${PERSON_LOCK}, bucket) from (
       select distinct hashtext(key) as bucket from unnest(cast(? as text[])) as key order by bucket) ordered`,
    [[...keys]],
  );
}
