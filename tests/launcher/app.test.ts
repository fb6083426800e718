import fs from 'node:fs';
import path from 'node:path';
import {
  fillDataFolder,
  holdServer,
  isRunning,
  newFolder,
  postmasterPid,
  removeFolders,
  rowsOf,
  until,
} from '../processes/embedded-server';
import { freePort } from '../processes/free-port';
import { clerkToken, saveRemarks, unrecognised, type Save } from '../processes/saves';
import { endPrograms, startCommand, type StartedProgram } from '../processes/started-program';

/** `npm start` prepares its database, and recovers it. */
jest.setTimeout(300_000);

const dataFolder = newFolder();
let port: number;
let address: string;
let app: StartedProgram;

beforeAll(async () => {
  port = await freePort();
  address = `http://127.0.0.1:${port}`;
  await fillDataFolder(dataFolder, ['--unprepared']);
  app = await npmStart();
});

afterAll(async () => {
  await endPrograms();
  removeFolders();
});

test('npm start serves and prints the address and an account of each role', async () => {
  expect(app.printed()).toContain(address);
  expect(app.printed()).toMatch(/demo-clerk.*demo-auditor.*demo-system/s);
  await expect(fetch(`${address}/_health`)).resolves.toMatchObject({ status: 204 });
});

test('kill -9 of the database loses no acknowledged save, and the application goes on', async () => {
  const served = appPid();
  const killed = databasePid();
  const saves = await savesAround('数据库', () => process.kill(killed, 'SIGKILL'));
  await until('the application answers again', async () => (await fetch(`${address}/_health`)).status === 204);
  expect(appPid()).toBe(served);
  expect(databasePid()).not.toBe(killed);
  expect(await lost(saves)).toEqual([]);
});

test('SIGTERM to npm start ends the application in order, and the database', async () => {
  const pids = [appPid(), databasePid()];
  await expect(app.end('SIGTERM')).resolves.toBe(0);
  await until('both have ended', () => !pids.some(isRunning));
  expect(fs.existsSync(path.join(dataFolder, 'postgres/data/postmaster.pid'))).toBe(false);
});

test('kill -9 of the application loses no acknowledged save, and the next start has them', async () => {
  app = await npmStart();
  const database = databasePid();
  const saves = await savesAround('程序', () => process.kill(appPid(), 'SIGKILL'));
  await expect(app.ended).resolves.not.toBe(0);
  expect(isRunning(database)).toBe(false);
  app = await npmStart();
  expect(await lost(saves)).toEqual([]);
});

async function npmStart(): Promise<StartedProgram> {
  const program = startCommand('npm', ['start'], { ANJU_DATA_DIR: dataFolder, PORT: String(port) });
  await program.line(/密码均为/);
  return program;
}

/** Saves a remark on household after household, the kill coming while saves are under way. */
async function savesAround(text: string, kill: () => void): Promise<readonly Save[]> {
  const token = await clerkToken(address);
  const rows = await unrecognised(address, token);
  const saves = await saveRemarks(address, token, rows, text, (count) => {
    if (count === 30) kill();
  });
  expect(saves.length).toBeGreaterThanOrEqual(30);
  expect(saves.length).toBeLessThan(rows.length);
  return saves;
}

/** Acknowledged saves that the database does not hold. */
async function lost(saves: readonly Save[]): Promise<readonly Save[]> {
  const { url, program } = await holdServer({ dataFolder });
  const kept = await rowsOf(url, 'select id, remark from households where remark is not null');
  await program.end();
  return saves.filter(({ id, remark }) => !kept.some((row) => row.id === id && row.remark === remark));
}

function appPid(): number {
  const noted: unknown = JSON.parse(fs.readFileSync(path.join(dataFolder, `running-${port}.json`), 'utf8'));
  // Written by the launcher.
  return Number.parseInt((noted as { app: string }).app, 10);
}

function databasePid(): number {
  return postmasterPid(path.join(dataFolder, 'postgres')) ?? 0;
}
