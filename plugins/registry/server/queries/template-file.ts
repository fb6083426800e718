import type { Knex } from 'knex';

/** A Word template that a configurator uploaded; undefined when this database has none of the digest. */
export async function uploadedTemplate(db: Knex, digest: string): Promise<Buffer | undefined> {
  const { rows } = await db.raw<{ rows: { content: Buffer }[] }>(
    'select content from anju.template_file where digest = ?',
    [digest],
  );
  return rows[0]?.content;
}
