import { randomBytes } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { TEMPLATE, templateDataDir, testServer } from './places';

/** A clone of the template database with a copy of its data folder. */
export interface Clone {
  readonly database: string;
  readonly ownerUrl: string;
  readonly dataDir: string;
  remove(): Promise<void>;
}

/** Clones the template database under a new name. */
export async function cloneTemplate(): Promise<Clone> {
  const database = `t_${randomBytes(6).toString('hex')}`;
  await whenNobodyIsIn(`create database ${database} template ${TEMPLATE}`);
  const dataDir = path.join(os.tmpdir(), `anju-${database}`);
  cpSync(templateDataDir(), dataDir, { recursive: true });
  return { database, ownerUrl: testServer(database), dataDir, remove };

  async function remove(): Promise<void> {
    await whenNobodyIsIn(`drop database if exists ${database} with (force)`);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Somebody is in the database; autovacuum is, and cannot be sent away. */
const BUSY: readonly unknown[] = ['55006', '42501'];

async function whenNobodyIsIn(statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await onServer((client) => client.query(statement));
      return;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && BUSY.includes(error.code);
      if (!busy || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: testServer('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
