import type { Client } from 'pg';
import type { Manifest, SequenceDescription } from './manifest';
import type { Progress } from './progress';
import { loadTable } from './table-data';
import { quotedName, tableDefinition } from './table-definition';

/**
 * Rebuilds the tables of a backup with their rows, keys and indexes, within the caller's transaction. No trigger is there
 * yet. Functions, triggers, policies and generated columns come with the prepare step, which then finds the database as
 * the backup's version left it and brings it up to this one.
 */
export async function loadDatabase(
  client: Client,
  folder: string,
  { database }: Manifest,
  progress: Progress,
): Promise<void> {
  await client.query('create extension if not exists pg_trgm');
  await client.query('create schema if not exists anju');
  for (const { definition } of database.sequences) if (definition !== null) await client.query(definition);
  for (const table of database.tables) await client.query(tableDefinition(table));
  for (const sequence of database.sequences) await settleSequence(client, sequence);
  for (const [index, table] of database.tables.entries()) {
    const place = `${index + 1}/${database.tables.length} ${table.name}`;
    await loadTable(client, folder, table, (rows) => progress.sometimes(() => `  ${place}：${rows}/${table.rows} 行`));
    if (table.rows > 0) progress.say(`正在恢复数据库：${place}，${table.rows} 行`);
  }
  progress.say('正在建立索引和约束…');
  for (const definition of database.afterData) {
    await client.query(definition);
    progress.sometimes(() => `  ${definition.slice(0, 80)}`);
  }
  // The prepare step must not take this database for one that it has prepared.
  await client.query(`insert into anju.prepared (fingerprint) values ('restored')`);
}

async function settleSequence(client: Client, sequence: SequenceDescription): Promise<void> {
  const name = quotedName(sequence);
  if (sequence.definition !== null && sequence.ownedBy !== null) {
    await client.query(`alter sequence ${name} owned by ${sequence.ownedBy}`);
  }
  await client.query('select setval($1::regclass, $2, $3)', [name, sequence.lastValue, sequence.isCalled]);
}
