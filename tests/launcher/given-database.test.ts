import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from '@anju/exchange/demonstration';
import { holdServer, newFolder, removeFolders, rowsOf, type EmbeddedServer } from '../processes/embedded-server';
import { freePort } from '../processes/free-port';
import { succeeds } from './npm-command';
import { endPrograms, ROOT, startCommand, type StartedProgram } from '../processes/started-program';

/** Databases are prepared, filled, copied and restored by whole commands. */
jest.setTimeout(300_000);

interface SignedIn {
  readonly jwt: string;
  readonly user: { readonly mustChangePassword: boolean };
}

const PASSWORD = 'Anju-own-2020';

const dataFolder = newFolder();
let server: EmbeddedServer;
let databaseUrl: string;
let printed: string;
let address: string;
let app: StartedProgram;

beforeAll(async () => {
  // Stands for a PostgreSQL of one's own: its owner is no superuser.
  server = await holdServer({ ephemeral: true });
  await rowsOf(server.url, 'create database given');
  databaseUrl = on('given');
  printed = await command(['admin', 'create', 'first', '第一管理员', 'provinceSupervisor'], databaseUrl, dataFolder);
  app = await started(databaseUrl, dataFolder);
});

afterAll(async () => {
  await endPrograms();
  removeFolders();
});

test('npm run admin prints a password for one use, and no other account is there', async () => {
  expect(oneTimePassword()).toMatch(/^[\w-]{16}$/);
  await expect(rowsOf(databaseUrl, 'select username from up_users')).resolves.toEqual([{ username: 'first' }]);
  const again = await command(['admin', 'create', 'second', '第二管理员', 'auditor'], databaseUrl, dataFolder);
  expect(passwordIn(again)).not.toBe(oneTimePassword());
});

test('no default password opens it, and none is printed', async () => {
  const names = [...DEMONSTRATION_ACCOUNTS.map(({ username }) => username), 'first', 'admin'];
  for (const name of names) expect((await signIn(name, DEMONSTRATION_PASSWORD)).status).toBe(401);
  expect(app.printed()).not.toMatch(/密码均为|demo-/);
  expect(app.printed()).not.toContain(oneTimePassword());
});

test('the one-time password opens nothing but its own change', async () => {
  const { jwt, user } = await signedIn('first', oneTimePassword());
  expect(user.mustChangePassword).toBe(true);
  await expect(status(jwt, '/api/registry/households')).resolves.toBe(403);
  const changed = await fetch(`${address}/api/auth/change-password`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${jwt}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      currentPassword: oneTimePassword(),
      password: PASSWORD,
      passwordConfirmation: PASSWORD,
    }),
  });
  expect(changed.status).toBe(200);
  expect((await signIn('first', oneTimePassword())).status).toBe(401);
  const after = await signedIn('first', PASSWORD);
  expect(after.user.mustChangePassword).toBe(false);
  await expect(status(after.jwt, '/api/registry/households')).resolves.toBe(200);
});

test('its backup, made by an owner that is no superuser while it serves, restores into another database and another data folder', async () => {
  const backups = newFolder();
  await command(['backup', backups], databaseUrl, dataFolder);
  await app.end();
  await rowsOf(server.url, 'create database restored');
  const target = newFolder();
  const [backup = ''] = fs.readdirSync(backups);
  await command(['restore', `${backups}/${backup}`], on('restored'), target);
  app = await started(on('restored'), target);
  await signedIn('first', PASSWORD);
  expect((await signIn('first', DEMONSTRATION_PASSWORD)).status).toBe(401);
});

function on(database: string): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.href;
}

function command(words: readonly string[], url: string, folder: string): Promise<string> {
  return succeeds(words, folder, { DATABASE_URL: url });
}

async function started(url: string, folder: string): Promise<StartedProgram> {
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  const [file, ...args] = startOf(folder);
  const program = startCommand(file, args, { ANJU_DATA_DIR: folder, PORT: String(port), DATABASE_URL: url });
  await program.line(/安居已启动/);
  return program;
}

/** What starts it: as docs/operations.md has it, for a user who may write the data folder and nothing of the program. */
function startOf(folder: string): readonly [string, ...string[]] {
  const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] as const;
  const start = path.join(ROOT, 'scripts/start.mjs');
  const [setpriv, ...identity] = asNobody;
  if (spawnSync(setpriv, [...identity, 'test', '-r', start]).status !== 0) return ['npm', 'start'];
  spawnSync('chown', ['-R', '65534:65534', folder]);
  return [...asNobody, process.execPath, start];
}

function passwordIn(text: string): string {
  return /首次登录须修改）：(\S+)/.exec(text)?.[1] ?? '';
}

function oneTimePassword(): string {
  return passwordIn(printed);
}

function signIn(identifier: string, password: string): Promise<Response> {
  return fetch(`${address}/api/auth/local`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ identifier, password }),
  });
}

async function signedIn(identifier: string, password: string): Promise<SignedIn> {
  const answer = await signIn(identifier, password);
  expect(answer.status).toBe(200);
  // The door's answer, whose shape other tests hold.
  return (await answer.json()) as SignedIn;
}

async function status(jwt: string, path: string): Promise<number> {
  return (await fetch(address + path, { headers: { Authorization: `Bearer ${jwt}` } })).status;
}
