import type { Knex } from 'knex';

/** Labels of all options by list and key, as `list/key`. */
export async function optionLabels(db: Knex): Promise<ReadonlyMap<string, string>> {
  const rows = await db('options').select<{ list_key: string; key: string; label: string }[]>(
    'list_key',
    'key',
    'label',
  );
  return new Map(rows.map(({ list_key, key, label }) => [`${list_key}/${key}`, label]));
}
