import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import {
  holdServer,
  isRunning,
  newFolder,
  postmasterPid,
  removeFolders,
  rowsOf,
  serverFolder,
  until,
} from '../processes/embedded-server';
import { endPrograms } from '../processes/started-program';

// One data folder for most tests: each leaves it stopped, and making one is the slowest step.
const shared = newFolder();

afterEach(endPrograms);
afterAll(removeFolders);

test('kill -9 of the server loses no committed row', async () => {
  const first = await holdServer({ dataFolder: shared });
  await rowsOf(first.url, 'create table saves (id int primary key)');
  const acknowledged = await savesUntilKilled(first.url, () =>
    process.kill(postmasterPid(first.folder) ?? 0, 'SIGKILL'),
  );
  const second = await holdServer({ dataFolder: shared });
  const kept = await rowsOf(second.url, 'select id from saves order by id');
  expect(acknowledged.length).toBeGreaterThan(50);
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
  await second.program.end();
  await first.program.end();
});

test('kill -9 of the launcher leaves a server that the next start joins and, being its last user, stops', async () => {
  const first = await holdServer({ dataFolder: shared });
  await first.program.end('SIGKILL');
  const second = await holdServer({ dataFolder: shared });
  expect(second).toMatchObject({ state: 'joined', url: first.url });
  await second.program.end();
  expect(postmasterPid(second.folder)).toBeUndefined();
});

test('a zombie in postmaster.pid does not count as a running server', async () => {
  const zombie = await zombieOf(await killedServer());
  const second = await holdServer({ dataFolder: shared });
  expect(second.state).toBe('started');
  await expect(rowsOf(second.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  await second.program.end();
  zombie.parent.kill('SIGKILL');
});

test('a stranger who was given the id in postmaster.pid does not count as a running server', async () => {
  const folder = await killedServer();
  const stranger = spawn('sleep', ['60'], { ...ownerOf(folder), cwd: '/' });
  writePid(folder, stranger.pid ?? 0);
  const second = await holdServer({ dataFolder: shared });
  expect(second.state).toBe('started');
  await second.program.end();
  expect(stranger.exitCode).toBeNull();
  stranger.kill('SIGKILL');
});

test('a data folder that was being made when the machine stopped is made again', async () => {
  const dataFolder = newFolder();
  const unfinished = path.join(serverFolder(dataFolder), 'data.new');
  fs.mkdirSync(unfinished, { recursive: true });
  fs.writeFileSync(path.join(unfinished, 'PG_VERSION'), '18\n');
  const server = await holdServer({ dataFolder });
  await expect(rowsOf(server.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  await server.program.end();
});

test('the next ephemeral start stops and removes one whose test run was killed', async () => {
  const killed = await holdServer({ ephemeral: true });
  const pid = postmasterPid(killed.folder) ?? 0;
  await killed.program.end('SIGKILL');
  expect(isRunning(pid)).toBe(true);
  const next = await holdServer({ ephemeral: true });
  await until('the abandoned server has ended', () => !isRunning(pid));
  expect(fs.existsSync(killed.folder)).toBe(false);
  await next.program.end();
});

/** Saves one row after the other, kills the server in between, and returns the rows whose commit was acknowledged. */
async function savesUntilKilled(url: string, kill: () => void): Promise<number[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  const acknowledged: number[] = [];
  try {
    for (let id = 1; ; id += 1) {
      if (id === 100) setImmediate(kill);
      await client.query('insert into saves values ($1)', [id]);
      acknowledged.push(id);
    }
  } catch {
    return acknowledged;
  }
}

/** The folder of a server that was killed, with its postmaster.pid still there. */
async function killedServer(): Promise<string> {
  const first = await holdServer({ dataFolder: shared });
  await first.program.end('SIGKILL');
  const pid = postmasterPid(first.folder) ?? 0;
  process.kill(pid, 'SIGKILL');
  await until('the server has ended', () => !isRunning(pid));
  return first.folder;
}

/** A process of the database's user that has ended and that its parent never asks about, named in postmaster.pid. */
async function zombieOf(folder: string): Promise<{ parent: ReturnType<typeof spawn> }> {
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { ...ownerOf(folder), cwd: '/' });
  const pid = await new Promise<number>((resolve) =>
    parent.stdout.once('data', (text: Buffer) => resolve(Number(text.toString()))),
  );
  await until('the child is a zombie', () => /\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')));
  writePid(folder, pid);
  return { parent };
}

function writePid(folder: string, pid: number): void {
  const file = path.join(folder, 'data/postmaster.pid');
  const [, ...others] = fs.readFileSync(file, 'utf8').split('\n');
  fs.writeFileSync(file, [pid, ...others].join('\n'));
}

function ownerOf(folder: string): { uid?: number; gid?: number } {
  const { uid, gid } = fs.statSync(folder);
  return process.getuid?.() === 0 ? { uid, gid } : {};
}
