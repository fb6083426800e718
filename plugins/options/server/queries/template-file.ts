import type { Knex } from 'knex';

/** Keeps a Word template under its digest. */
export async function keepTemplate(db: Knex, digest: string, content: Buffer): Promise<void> {
  await db.raw('insert into anju.template_file (digest, content) values (?, ?) on conflict do nothing', [
    digest,
    content,
  ]);
}

/** A Word template; undefined when this database has none of the digest. */
export async function templateFile(db: Knex, digest: string): Promise<Buffer | undefined> {
  const { rows } = await db.raw<{ rows: { content: Buffer }[] }>(
    'select content from anju.template_file where digest = ?',
    [digest],
  );
  return rows[0]?.content;
}
