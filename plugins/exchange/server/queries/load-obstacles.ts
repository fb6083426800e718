import type { Client } from 'pg';

/** Statements that put back what was dropped, in their order. */
export type LoadObstacles = readonly string[];

interface Obstacle {
  readonly drop: string;
  readonly restore: string;
}

/**
 * Drops the foreign keys from and to the tables and all their indexes but the primary keys; answers how to restore them.
 * For the owner, inside the load's transaction: a rollback brings everything back.
 */
export async function dropLoadObstacles(client: Client, tables: readonly string[]): Promise<LoadObstacles> {
  const names = tables.map((table) => `public.${table}`);
  const foreignKeys = await obstacles(client, FOREIGN_KEYS, names);
  const uniqueKeys = await obstacles(client, UNIQUE_KEYS, names);
  const indexes = await obstacles(client, INDEXES, names);
  for (const { drop } of [...foreignKeys, ...uniqueKeys, ...indexes]) await client.query(drop);
  return [...uniqueKeys, ...indexes, ...foreignKeys].map(({ restore }) => restore);
}

/** Builds the indexes and checks the keys anew over the rows that were loaded. */
export async function restoreLoadObstacles(client: Client, restore: LoadObstacles): Promise<void> {
  await client.query(`set local maintenance_work_mem = '512MB'`);
  for (const statement of restore) await client.query(statement);
}

async function obstacles(client: Client, query: string, tables: readonly string[]): Promise<readonly Obstacle[]> {
  const { rows } = await client.query<Obstacle>(query, [tables]);
  return rows;
}

const constraint = (condition: string) => `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
    format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
  from pg_constraint where ${condition} order by conrelid::regclass::text, conname`;

const FOREIGN_KEYS = constraint(`contype = 'f' and ($1::regclass[] && array[conrelid::regclass, confrelid::regclass])`);
const UNIQUE_KEYS = constraint(`contype = 'u' and conrelid = any($1::regclass[])`);
const INDEXES = `
  select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as restore
  from pg_index
  where indrelid = any($1::regclass[]) and not indisprimary
    and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
  order by indexrelid::regclass::text`;
