import type { Knex } from 'knex';

/** Replaces the province prefixes that the identity rule takes beside the known ones; the evidence is mirrored by its own trigger. */
export async function replaceIdPrefixes(db: Knex, prefixes: readonly string[]): Promise<void> {
  const anju = () => db.withSchema('anju');
  await anju().from('id_prefix').delete();
  if (prefixes.length > 0)
    await anju()
      .insert(prefixes.map((prefix) => ({ prefix })))
      .into('id_prefix');
}
