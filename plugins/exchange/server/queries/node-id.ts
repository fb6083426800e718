import type { Knex } from 'knex';
import type { Client } from 'pg';

const MISSING = 'The database names no node: it has not been prepared';

/** The id of the installation that this database is; its evidence files lie below it. */
export async function nodeId(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select id from anju.node');
  const id = rows[0]?.id;
  if (!id) throw new Error(MISSING);
  return id;
}

/** The same, on the pool. */
export async function servedNodeId(db: Knex): Promise<string> {
  const row = await db.withSchema('anju').from('node').first<{ id: string } | undefined>('id');
  if (!row) throw new Error(MISSING);
  return row.id;
}
