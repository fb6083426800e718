import type { Knex } from 'knex';

/** The number of the change that published a document of the configuration. */
export async function documentChange(db: Knex, name: 'form' | 'evidence'): Promise<string> {
  const { rows } = await db.raw<{ rows: { change: string }[] }>('select change from anju.configuration where name = ?', [
    name,
  ]);
  return rows[0]?.change ?? 'none';
}

/** A document of the configuration, to be parsed by its contract. */
export async function documentValue(db: Knex, name: 'form' | 'evidence'): Promise<unknown> {
  const { rows } = await db.raw<{ rows: { value: string }[] }>(
    'select value::text as value from anju.configuration where name = ?',
    [name],
  );
  const value: unknown = rows[0] && JSON.parse(rows[0].value);
  return value;
}
