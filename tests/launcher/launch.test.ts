import net from 'node:net';
import path from 'node:path';
import {
  holdServer,
  isRunning,
  newFolder,
  postmasterPid,
  removeFolders,
  serverFolder,
  until,
} from '../processes/embedded-server';
import { freePort } from '../processes/free-port';
import { endPrograms, startProgram, type StartedProgram } from '../processes/started-program';

interface Launched {
  readonly launcher: StartedProgram;
  readonly dataFolder: string;
  readonly port: number;
  readonly databasePid: () => number;
}

interface Told {
  readonly pid: number;
  readonly demo: string;
  readonly embedded: string;
  readonly role: string;
}

// One data folder for all tests: each leaves it stopped, and making one is the slowest step.
const shared = newFolder();

afterEach(endPrograms);
afterAll(removeFolders);

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s ends the application first and then the database',
  async (signal) => {
    const { launcher, port, databasePid } = await launched();
    const app = await told(port);
    const database = databasePid();
    await expect(launcher.end(signal)).resolves.toBe(0);
    expect(launcher.printed()).toContain('ASKED TO END');
    expect([app.pid, database].filter(isRunning)).toEqual([]);
  },
);

test('a signal that arrives twice, as through npm and the terminal, asks the application once', async () => {
  const { launcher, databasePid } = await launched();
  const database = databasePid();
  launcher.process.kill('SIGINT');
  launcher.process.kill('SIGINT');
  await expect(launcher.end('SIGTERM')).resolves.toBe(0);
  expect(launcher.printed().match(/ASKED TO END/g)).toHaveLength(1);
  expect(isRunning(database)).toBe(false);
});

test('an application that does not end in time is killed, and the database still stops', async () => {
  const { launcher, databasePid } = await launched({ STAND_IN_STUBBORN: '1' });
  const database = databasePid();
  await expect(launcher.end()).resolves.toBe(137);
  expect(isRunning(database)).toBe(false);
});

test('an application that ends by itself hands on its exit code and takes the database along', async () => {
  const { launcher, port, databasePid } = await launched();
  const database = databasePid();
  await fetch(`http://127.0.0.1:${port}/crash`).catch(() => undefined);
  await expect(launcher.ended).resolves.toBe(7);
  expect(isRunning(database)).toBe(false);
});

test('the application serves as the owner, on demonstration data', async () => {
  const { launcher, port } = await launched();
  await expect(told(port)).resolves.toMatchObject({ role: 'anju_owner', demo: 'county', embedded: '1' });
  await launcher.end();
});

test('a database given by DATABASE_URL is used as it is and never gets demonstration data', async () => {
  const given = await holdServer({ ephemeral: true });
  const { launcher, port, dataFolder } = await launched({ DATABASE_URL: given.url, ANJU_DEMO: 'county' });
  await expect(told(port)).resolves.toMatchObject({ demo: 'none', embedded: '' });
  await launcher.end();
  expect(postmasterPid(serverFolder(dataFolder))).toBeUndefined();
  expect(isRunning(postmasterPid(given.folder) ?? 0)).toBe(true);
  await given.program.end();
});

test('a second start on the same port says in words that Anju runs already', async () => {
  const { launcher, port, dataFolder } = await launched();
  const second = startProgram('launch-stand-in.mjs', [], { ANJU_DATA_DIR: dataFolder, PORT: String(port) });
  await expect(second.ended).resolves.toBe(1);
  expect(second.printed()).toContain(`安居已经在运行：http://127.0.0.1:${port}`);
  expect(second.printed()).toContain(`PORT=${port + 1} npm start`);
  await expect(told(port)).resolves.toMatchObject({ role: 'anju_owner' });
  await launcher.end();
});

test('a port that another program holds is named', async () => {
  const port = await freePort();
  const stranger = net.createServer().listen(port, '127.0.0.1');
  const refused = startProgram('launch-stand-in.mjs', [], { ANJU_DATA_DIR: newFolder(), PORT: String(port) });
  await expect(refused.ended).resolves.toBe(1);
  expect(refused.printed()).toContain(`端口 ${port} 已被另一个程序占用`);
  stranger.close();
});

test('a second start on another port joins the database and leaves it running at its end', async () => {
  const first = await launched();
  const second = await launched({}, first.dataFolder);
  await expect(told(second.port)).resolves.toMatchObject({ role: 'anju_owner' });
  await second.launcher.end();
  await expect(told(first.port)).resolves.toMatchObject({ role: 'anju_owner' });
  await first.launcher.end();
  expect(postmasterPid(serverFolder(first.dataFolder))).toBeUndefined();
});

test('kill -9 of the launcher ends the application too, and the next start serves on the same port', async () => {
  const first = await launched();
  const app = await told(first.port);
  await first.launcher.end('SIGKILL');
  const second = startProgram('launch-stand-in.mjs', [], { ANJU_DATA_DIR: first.dataFolder, PORT: String(first.port) });
  await second.line(/READY/);
  expect(isRunning(app.pid)).toBe(false);
  await second.end();
  expect(postmasterPid(serverFolder(first.dataFolder))).toBeUndefined();
});

test('kill -9 of the database under a running application: it is started again and the application goes on', async () => {
  const { launcher, port, databasePid } = await launched();
  const app = await told(port);
  const killed = databasePid();
  process.kill(killed, 'SIGKILL');
  await until('the database has been started again', () => databasePid() !== killed && isRunning(databasePid()));
  await until('the application answers again', async () => (await fetch(`http://127.0.0.1:${port}/`)).ok);
  await expect(told(port)).resolves.toMatchObject({ pid: app.pid });
  await launcher.end();
});

async function launched(env: Readonly<Record<string, string>> = {}, dataFolder = shared): Promise<Launched> {
  const port = await freePort();
  const launcher = startProgram('launch-stand-in.mjs', [], { ANJU_DATA_DIR: dataFolder, PORT: String(port), ...env });
  await launcher.line(/READY/);
  const databasePid = (): number => postmasterPid(path.join(dataFolder, 'postgres')) ?? 0;
  return { launcher, dataFolder, port, databasePid };
}

async function told(port: number): Promise<Told> {
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  // The stand-in application's own answer.
  return (await answer.json()) as Told;
}
