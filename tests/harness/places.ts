import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';

export const TEMPLATE = 'anju_template';

/** The compiled application, of which tests take parts. */
export const COMPILED = path.join(__dirname, '..', '..', 'cms', 'dist', 'src');

/** The owner's connection string of a database on the test server, which `npm test` starts. */
export function testServer(database: string): string {
  const given = process.env.ANJU_TEST_DATABASE_URL;
  if (!given) throw new Error('ANJU_TEST_DATABASE_URL is not set: run the tests by `npm test -- <path>`');
  const url = new URL(given);
  url.pathname = `/${database}`;
  return url.href;
}

/** Data folder that belongs to the template database: its secrets and evidence files. */
export function templateDataDir(): string {
  const server = createHash('sha256').update(testServer(TEMPLATE)).digest('hex').slice(0, 12);
  return path.join(os.tmpdir(), `anju-test-${server}`);
}
