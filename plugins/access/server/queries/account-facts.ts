import type { Knex } from 'knex';

/** Names of all accounts. */
export async function takenUsernames(db: Knex): Promise<ReadonlySet<string>> {
  return new Set(await db('up_users').pluck<string[]>('username'));
}

/** Whether the node knows this region. */
export async function regionExists(db: Knex, code: string): Promise<boolean> {
  const row: unknown = await db('regions').where({ code }).first('id');
  return row !== undefined;
}
