import type { Knex } from 'knex';

/** The stamp of options, form and evidence: another one says that something of them was changed. */
export async function configurationStamp(db: Knex): Promise<string> {
  const { rows } = await db.raw<{ rows: { stamp: string }[] }>('select stamp from anju.configuration_stamp');
  return rows[0]?.stamp ?? 'none';
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
