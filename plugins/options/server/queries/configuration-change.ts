import type { ConfigurationChangeRow } from '@anju/domain/contracts';
import type { Knex } from 'knex';
import type { CountedRows } from './option-rows';

/** A change to be kept: what it touched, before and after. */
export interface NewChange {
  /** Nobody is signed in when a configuration is imported from files. */
  readonly actor: { readonly id: number | null; readonly name: string };
  readonly subject: string;
  readonly items?: readonly string[];
  readonly action: string;
  readonly summary: string;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly undoes?: number;
}

/** A kept change with what it touched. */
export interface KeptChange extends ConfigurationChangeRow {
  readonly before: unknown;
  readonly after: unknown;
}

/** Lets one configurator publish at a time, until the transaction ends. */
export async function lockConfiguration(db: Knex): Promise<void> {
  await db.raw('select pg_advisory_xact_lock(726041)');
}

/** Keeps a change, tells the journal of it, and answers its number. */
export async function insertChange(db: Knex, change: NewChange): Promise<number> {
  const { rows } = await db.raw<{ rows: { id: number }[] }>(
    `insert into anju.configuration_change (actor, actor_name, subject, items, action, summary, reason, before, after, undoes)
     values (:actor, :name, :subject, :items, :action, :summary, :reason, cast(:before as jsonb), cast(:after as jsonb), :undoes)
     returning id::integer as id`,
    {
      actor: change.actor.id,
      name: change.actor.name,
      subject: change.subject,
      items: change.items ?? [],
      action: change.action,
      summary: change.summary,
      reason: change.reason,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      undoes: change.undoes ?? null,
    },
  );
  const [row] = rows;
  if (!row) throw new Error('The change was not kept');
  if (change.undoes !== undefined)
    await db.raw('update anju.configuration_change set undone_by = ? where id = ?', [row.id, change.undoes]);
  const detail = { subject: change.subject, action: change.action, summary: change.summary, reason: change.reason };
  await db.raw(`select anju.write_journal('configure', 'configuration_change', ?, null, cast(? as jsonb))`, [
    row.id,
    JSON.stringify(detail),
  ]);
  return row.id;
}

/** The stamp of options, form and evidence as they stand: another one says that something of them was changed. */
export async function configurationVersion(db: Knex): Promise<number> {
  const { rows } = await db.raw<{ rows: { version: number }[] }>(
    'select stamp::integer as version from anju.configuration_stamp',
  );
  return rows[0]?.version ?? 0;
}

/** The number of the last change of a subject; 0 when it stands as it was shipped. */
export async function lastChangeOf(db: Knex, subject: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { id: number }[] }>(
    'select coalesce(max(id), 0)::integer as id from anju.configuration_change where subject = ?',
    [subject],
  );
  return rows[0]?.id ?? 0;
}

/** A page of the changes, newest first. */
export async function configurationChanges(
  db: Knex,
  subject: string | undefined,
  page: { readonly offset: number; readonly limit: number },
): Promise<CountedRows<ConfigurationChangeRow>> {
  const values = { subject: subject ?? null, ...page };
  const of = `from anju.configuration_change where cast(:subject as text) is null or subject = :subject`;
  const { rows } = await db.raw<{ rows: ConfigurationChangeRow[] }>(
    `select ${COLUMNS} ${of} order by id desc offset :offset limit :limit`,
    values,
  );
  const counted = await db.raw<{ rows: { total: number }[] }>(`select count(*)::integer as total ${of}`, values);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/** One change with what it touched. */
export async function changeById(db: Knex, id: number): Promise<KeptChange | undefined> {
  const { rows } = await db.raw<{ rows: (ConfigurationChangeRow & { before: string; after: string })[] }>(
    `select ${COLUMNS}, before::text as before, after::text as after from anju.configuration_change where id = ?`,
    [id],
  );
  const [row] = rows;
  return row && { ...row, before: JSON.parse(row.before) as unknown, after: JSON.parse(row.after) as unknown };
}

const COLUMNS = `id::integer as id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, actor_name as by, subject, items, action,
  summary, reason, undoes::integer as undoes, undone_by::integer as "undoneBy"`;
