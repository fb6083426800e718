import type { Client } from 'pg';

/** The id of the installation that this database is; its evidence files lie below it. */
export async function nodeId(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select id from anju.node');
  const id = rows[0]?.id;
  if (!id) throw new Error('The database names no node: it has not been prepared');
  return id;
}
