import type { Knex } from 'knex';

/** The id of the installation that this database is; its evidence files lie below it. */
export async function nodeId(db: Knex): Promise<string> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>('select id from anju.node');
  const id = rows[0]?.id;
  if (!id) throw new Error('The database names no node: start the application by `npm start`, which prepares it');
  return id;
}
