import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { type Clone, cloneTemplate } from './clone';
import { COMPILED } from './places';

/** A clone of the template database and its data folder, for tests of what needs no running application. */
export interface TestDatabase {
  /** The owner's connection, which row level security does not bind: to arrange and to check. */
  readonly owner: Client;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly dataDir: string;
  readonly clone: Clone;
  /** What the demonstration generator says it injected. */
  readonly expected: unknown;
  stop(): Promise<void>;
}

/** Clones the template database and its data folder; an application's start takes ten seconds more. */
export async function startTestDatabase(): Promise<TestDatabase> {
  return openDatabase(await cloneTemplate());
}

/** Connects to a clone as its owner, with its secrets in the environment. */
export async function openDatabase(clone: Clone): Promise<TestDatabase> {
  const { dataDir, ownerUrl } = clone;
  process.env.ANJU_DATA_DIR = dataDir;
  const { loadSecrets } = (await import(path.join(COMPILED, 'secrets.js'))) as { loadSecrets(): void };
  const { appUrl } = (await import(path.join(COMPILED, 'app-role.js'))) as { appUrl(ownerUrl: string): string };
  loadSecrets();
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const expected: unknown = JSON.parse(readFileSync(path.join(dataDir, 'expected.json'), 'utf8'));
  return { owner, ownerUrl, appUrl: appUrl(ownerUrl), dataDir, clone, expected, stop };

  async function stop(): Promise<void> {
    await owner.end();
    await clone.remove();
  }
}
