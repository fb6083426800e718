import type { Knex } from 'knex';
import { columnsOf } from './column-names';

/** Fields of an archive as a person enters them. */
export type ArchiveFields = Readonly<Record<string, unknown>>;

/** Enters an archive; returns its id. */
export async function createRenovation(db: Knex, fields: ArchiveFields): Promise<number> {
  const rows: { id: number }[] = await db('renovations').insert(asRow(fields)).returning('id');
  const [row] = rows;
  if (!row) throw new Error('The new archive is not visible to its writer');
  return row.id;
}

/** Writes the given fields of an archive in the scope. */
export async function rewriteRenovation(db: Knex, id: number, fields: ArchiveFields): Promise<void> {
  await db('renovations').where({ id }).update(asRow(fields));
}

/** The archive in the scope of a person and a plan year, if there is one. */
export async function archiveOfPerson(
  db: Knex,
  key: string,
  planYear: number | null,
): Promise<{ readonly head_name: string } | undefined> {
  return db('renovations')
    .select<{ head_name: string }[]>('head_name')
    .where({ id_key: key, plan_year: planYear })
    .first();
}

function asRow({ members, ...fields }: ArchiveFields): Record<string, unknown> {
  return columnsOf({ ...fields, ...(members === undefined ? {} : { members: JSON.stringify(members) }) });
}
