import { type Client, escapeIdentifier } from 'pg';

/** The schemas in which the old data wait until the restored data have been verified. */
export interface OldData {
  readonly tables: string;
  readonly anju: string;
}

/** Moves everything of the product out of the way, within the caller's transaction. */
export async function setOldDataAside(client: Client, stamp: string): Promise<OldData> {
  const old = { tables: `public_before_${stamp}`, anju: `anju_before_${stamp}` };
  await client.query(`create schema ${escapeIdentifier(old.tables)}`);
  await moveRelations(client, 'public', old.tables);
  await client.query(`alter schema anju rename to ${escapeIdentifier(old.anju)}`);
  return old;
}

/** Drops what was restored and puts the old data back where they were, all or nothing. */
export async function putOldDataBack(client: Client, old: OldData | undefined): Promise<void> {
  await client.query('begin');
  for (const { kind, name } of await relationsOf(client, 'public')) await client.query(`drop ${kind} ${name} cascade`);
  await client.query('drop schema if exists anju cascade');
  if (old) {
    await moveRelations(client, old.tables, 'public');
    await client.query(`drop schema ${escapeIdentifier(old.tables)}`);
    await client.query(`alter schema ${escapeIdentifier(old.anju)} rename to anju`);
  }
  await client.query('commit');
}

/** Lets go of the old data, all or nothing. */
export async function dropOldData(client: Client, old: OldData): Promise<void> {
  await client.query(`drop schema ${escapeIdentifier(old.tables)}, ${escapeIdentifier(old.anju)} cascade`);
}

/** Old data that an interrupted restore has left; nobody but an operator can say whether they are needed. */
export async function leftOldData(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    String.raw`select nspname::text as name from pg_namespace where nspname ~ '^(public|anju)_before_\d+$' order by 1`,
  );
  return rows.map((row) => row.name);
}

async function moveRelations(client: Client, from: string, to: string): Promise<void> {
  for (const { kind, name } of await relationsOf(client, from)) {
    await client.query(`alter ${kind} ${name} set schema ${escapeIdentifier(to)}`);
  }
}

/** Tables and what stands by itself; indexes and the sequences of columns go with their tables. */
async function relationsOf(client: Client, schema: string): Promise<readonly { kind: string; name: string }[]> {
  const { rows } = await client.query<{ kind: string; name: string }>(
    `select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end as kind,
            format('%I.%I', $1::text, c.relname) as name
     from pg_class c
     where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p', 'v', 'm', 'S')
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
                         and (d.deptype = 'e' or c.relkind = 'S' and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')))
     order by c.relkind, c.relname`,
    [schema],
  );
  return rows;
}
