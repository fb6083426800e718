import type { Knex } from 'knex';

/** Keeps a sample picture under its digest. */
export async function keepSample(db: Knex, digest: string, picture: Buffer): Promise<void> {
  await db.raw('insert into anju.sample_picture (digest, picture) values (?, ?) on conflict do nothing', [
    digest,
    picture,
  ]);
}

/** A sample picture; undefined when this database has none of the digest. */
export async function samplePicture(db: Knex, digest: string): Promise<Buffer | undefined> {
  const { rows } = await db.raw<{ rows: { picture: Buffer }[] }>(
    'select picture from anju.sample_picture where digest = ?',
    [digest],
  );
  return rows[0]?.picture;
}
