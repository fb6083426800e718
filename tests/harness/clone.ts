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
  await createClone(database);
  const dataDir = path.join(os.tmpdir(), `anju-${database}`);
  cpSync(templateDataDir(), dataDir, { recursive: true });
  return { database, ownerUrl: testServer(database), dataDir, remove };

  async function remove(): Promise<void> {
    await onServer((client) => client.query(`drop database if exists ${database} with (force)`));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function createClone(database: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await onServer((client) => client.query(`create database ${database} template ${TEMPLATE}`));
      return;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === '55006';
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
