import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { DEMO_PASSWORD } from '../harness/app';
import { type Clone, cloneTemplate } from '../harness/clone';
import { freePort } from '../processes/free-port';
import { ROOT, startCommand, type StartedProgram } from '../processes/started-program';

/** A door's answer, read to its end. */
export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly ms: number;
  /** The request's number in log and journal. */
  readonly request: string;
}

/** The application as a process of its own. */
export interface ServedApp {
  readonly address: string;
  readonly port: number;
  readonly program: StartedProgram;
  signIn(username: string): Promise<string>;
  /** One request with a token; a body that is no form is sent as JSON. */
  ask(method: string, path: string, token?: string, body?: object): Promise<Answered>;
}

/** A clone of the template database, its data folder and the owner's connection, for processes to serve. */
export interface ServedDatabase {
  readonly clone: Clone;
  readonly owner: Client;
  /** The serving role's connection: only it sees what the application's connections are doing. */
  readonly watcher: Client;
  remove(): Promise<void>;
}

export async function servedDatabase(): Promise<ServedDatabase> {
  const clone = await cloneTemplate();
  const owner = new Client({ connectionString: clone.ownerUrl });
  const watcher = new Client({ connectionString: servingUrl(clone), application_name: 'watcher' });
  await Promise.all([owner.connect(), watcher.connect()]);
  return {
    clone,
    owner,
    watcher,
    async remove() {
      await Promise.all([owner.end(), watcher.end()]);
      await clone.remove();
    },
  };
}

/** Starts the compiled application on a database and waits until it answers. */
export async function serve({ clone }: ServedDatabase, env: Readonly<Record<string, string>> = {}): Promise<ServedApp> {
  const port = await freePort();
  const program = startCommand(process.execPath, [path.join(ROOT, 'cms/dist/src/server.js')], {
    DATABASE_URL: clone.ownerUrl,
    ANJU_DATA_DIR: clone.dataDir,
    ANJU_DEMO: 'none',
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    ...env,
  });
  await program.line(/安居已启动/);
  const address = `http://127.0.0.1:${port}`;
  const ask: ServedApp['ask'] = async (method, door, token, body) => {
    const started = performance.now();
    const answer = await fetch(`${address}/api${door}`, { method, ...sent(token, body) });
    const text = await answer.text();
    // Every door answers JSON, or nothing.
    const read = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const request = answer.headers.get('x-request-id') ?? '';
    return { status: answer.status, body: read, ms: performance.now() - started, request };
  };
  const signIn = async (username: string): Promise<string> => {
    const credentials = { identifier: username, password: DEMO_PASSWORD };
    const { status, body } = await ask('POST', '/auth/local', undefined, credentials);
    if (status !== 200) throw new Error(`${username} cannot sign in: ${JSON.stringify(body)}`);
    return String(body.jwt);
  };
  return { address, port, program, signIn, ask };
}

/** An upload's form. */
export function uploadForm(householdId: number, photo: Buffer): FormData {
  const form = new FormData();
  form.append('householdId', String(householdId));
  form.append('category', 'otherMaterial');
  form.append('file', new Blob([new Uint8Array(photo)]), '照片.jpg');
  return form;
}

/** How many of the application's connections wait for a lock. */
export async function waitingForLocks({ watcher }: ServedDatabase): Promise<number> {
  const { rowCount } = await watcher.query(
    `select from pg_stat_activity
      where datname = current_database() and application_name = 'anju' and wait_event_type = 'Lock'`,
  );
  return rowCount ?? 0;
}

function servingUrl({ ownerUrl, dataDir }: Clone): string {
  // The data folder's own file, written when the template was made.
  const secrets = JSON.parse(fs.readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
  const url = new URL(ownerUrl);
  url.username = 'anju_app';
  url.password = secrets.ANJU_APP_PASSWORD ?? '';
  return url.href;
}

function sent(token: string | undefined, body: object | undefined): RequestInit {
  const authorization: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  if (body === undefined) return { headers: authorization };
  if (body instanceof FormData) return { headers: authorization, body };
  return { headers: { ...authorization, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}
