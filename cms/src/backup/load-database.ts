import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Client } from 'pg';
import { BackupRefused } from './backup-refused';
import {
  type DatabaseSchema,
  type FunctionDescription,
  type Manifest,
  parseDatabaseSchema,
  type SequenceDescription,
  type TableData,
} from './manifest';
import type { Progress } from './progress';
import { loadTable } from './table-data';
import { quotedName, tableDefinition } from './table-definition';

/**
 * Rebuilds the tables of a backup with their rows, keys and indexes, within the caller's transaction. No trigger is there
 * yet. Triggers, policies and grants come with the prepare step, which then finds the database as
 * the backup's version left it and brings it up to this one.
 */
export async function loadDatabase(
  client: Client,
  folder: string,
  { database }: Manifest,
  progress: Progress,
): Promise<void> {
  const schema = await readSchema(folder, database.schema.file);
  await client.query('create extension if not exists pg_trgm');
  await client.query('create schema if not exists anju');
  for (const { definition } of schema.sequences) if (definition !== null) await client.query(definition);
  // Bodies name tables that are not there yet.
  await client.query('set local check_function_bodies = off');
  await makeFunctions(client, schema, (made) => !made.takesRows);
  for (const table of schema.tables) await client.query(tableDefinition(table));
  await makeFunctions(client, schema, (made) => made.takesRows);
  for (const sequence of schema.sequences) await settleSequence(client, sequence);
  await loadTables(client, folder, schema, database.tables, progress);
  progress.say('正在建立索引和约束…');
  for (const definition of schema.afterData) {
    await client.query(definition);
    progress.sometimes(() => `  ${definition.slice(0, 80)}`);
  }
  // The prepare step must not take this database for one that it has prepared.
  await client.query(`insert into anju.prepared (fingerprint) values ('restored')`);
}

async function makeFunctions(
  client: Client,
  { functions }: DatabaseSchema,
  wanted: (made: FunctionDescription) => boolean,
): Promise<void> {
  for (const made of functions.filter(wanted)) await client.query(made.definition);
}

async function readSchema(folder: string, file: string): Promise<DatabaseSchema> {
  const schema = parseDatabaseSchema(gunzipSync(await readFile(path.join(folder, file))).toString());
  if (!schema) throw new BackupRefused(`备份中的 ${file} 不能读取`);
  return schema;
}

async function loadTables(
  client: Client,
  folder: string,
  schema: DatabaseSchema,
  tables: readonly TableData[],
  progress: Progress,
): Promise<void> {
  for (const [index, table] of tables.entries()) {
    const described = schema.tables.find(({ schema, name }) => schema === table.schema && name === table.name);
    if (!described) throw new BackupRefused(`备份中缺少表 ${table.name} 的结构`);
    const place = `${index + 1}/${tables.length} ${table.name}`;
    const onRows = (rows: number) => progress.sometimes(() => `  ${place}：${rows}/${table.rows} 行`);
    await loadTable(client, folder, described, table, onRows);
    if (table.rows > 0) progress.say(`正在恢复数据库：${place}，${table.rows} 行`);
  }
}

async function settleSequence(client: Client, sequence: SequenceDescription): Promise<void> {
  const name = quotedName(sequence);
  if (sequence.definition !== null && sequence.ownedBy !== null) {
    await client.query(`alter sequence ${name} owned by ${sequence.ownedBy}`);
  }
  await client.query('select setval($1::regclass, $2, $3)', [name, sequence.lastValue, sequence.isCalled]);
}
