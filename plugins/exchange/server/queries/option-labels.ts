import type { Knex } from 'knex';

/** Labels of one option list by key. */
export async function optionLabels(db: Knex, listKey: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db('options')
    .select<{ key: string; label: string }[]>('key', 'label')
    .where({ list_key: listKey });
  return new Map(rows.map(({ key, label }) => [key, label]));
}
