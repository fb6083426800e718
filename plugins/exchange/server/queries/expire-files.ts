import type { Knex } from 'knex';

interface ExpiredFiles {
  readonly keys: readonly string[];
}

/** Ends what has expired, forgets its file names, and answers them so that the files can be removed. */
export async function expireFiles(db: Knex): Promise<ExpiredFiles> {
  const { rows } = await db.raw<{ rows: { key: string }[] }>(`
    with imports as materialized (
      select id, storage_key, errors_key from anju.import_batch
      where expires_at < now() and (storage_key is not null or errors_key is not null)
        and state not in ('checking', 'committing') for update skip locked),
    exports as materialized (
      select id, storage_key from anju.export_job
      where expires_at < now() and state in ('queued', 'done', 'failed') for update skip locked),
    import_ends as (
      update anju.import_batch b set storage_key = null, errors_key = null, examples = null, effects = null,
        state = case when b.state in ('queued', 'unmapped', 'checked', 'commitQueued') then 'expired' else b.state end
      from imports where b.id = imports.id),
    export_ends as (
      update anju.export_job e set storage_key = null, filter = '{}', state = 'expired' from exports where e.id = exports.id)
    select key from (select storage_key as key from imports union all select errors_key from imports
                     union all select storage_key from exports) files where key is not null`);
  return { keys: rows.map(({ key }) => key) };
}

/** Those of the given file names that a row still names. */
export async function namedFiles(db: Knex, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await db.raw<{ rows: { key: string }[] }>(
    `select storage_key as key from anju.import_batch where storage_key = any (:keys)
     union all select errors_key from anju.import_batch where errors_key = any (:keys)
     union all select storage_key from anju.export_job where storage_key = any (:keys)`,
    { keys: [...keys] },
  );
  return new Set(rows.map(({ key }) => key));
}
