import type { Knex } from 'knex';

export const DOCUMENT_NAMES = ['form', 'evidence', 'warnings'] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

/** The number of the change that published a document; 0 as it was shipped. */
export async function documentChange(db: Knex, name: DocumentName): Promise<number> {
  const { rows } = await db.raw<{ rows: { change: number }[] }>(
    'select change::integer as change from anju.configuration where name = ?',
    [name],
  );
  return rows[0]?.change ?? 0;
}

/** A document as it stands, to be parsed by its contract. */
export async function documentValue(db: Knex, name: DocumentName): Promise<unknown> {
  const { rows } = await db.raw<{ rows: { value: string }[] }>(
    'select value::text as value from anju.configuration where name = ?',
    [name],
  );
  const value: unknown = rows[0] && JSON.parse(rows[0].value);
  return value;
}

/** Puts another value in a document's place; what follows from it (warnings of a province) takes longer than a request's usual limit. */
export async function writeDocument(db: Knex, name: DocumentName, value: unknown, change: number): Promise<void> {
  await db.raw(`set local statement_timeout = '10min'`);
  await db.raw('update anju.configuration set value = cast(? as jsonb), change = ? where name = ?', [
    JSON.stringify(value),
    change,
    name,
  ]);
}

/** The shipped document of an empty database, and of one in which nobody has published another. */
export async function seedDocument(db: Knex, name: DocumentName, value: unknown): Promise<void> {
  await db.raw(
    `insert into anju.configuration (name, value) values (:name, cast(:value as jsonb))
     on conflict (name) do update set value = excluded.value
     where configuration.change = 0 and configuration.value <> excluded.value`,
    { name, value: JSON.stringify(value) },
  );
}
