import type { Knex } from 'knex';

/** Labels of all options by key; a key that stands in several lists has the label of one of them. */
export async function optionLabels(db: Knex): Promise<ReadonlyMap<string, string>> {
  const rows = await db('options').select<{ key: string; label: string }[]>('key', 'label').orderBy('id', 'desc');
  return new Map(rows.map(({ key, label }) => [key, label]));
}
