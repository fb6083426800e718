import type { Knex } from 'knex';

/** Which of these storage keys belong to a piece of evidence, deleted ones included. */
export async function storedKeys(db: Knex, keys: readonly string[]): Promise<string[]> {
  const result = await db.raw<{ rows: { key: string }[] }>(
    `select asked.key from unnest(cast(? as text[])) as asked (key)
     where exists (select from evidences e where e.storage_key = asked.key)
        or exists (select from evidences e where e.thumbnail_key = asked.key)`,
    [[...keys]],
  );
  return result.rows.map(({ key }) => key);
}
