import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import {
  holdServer,
  isRunning,
  newFolder,
  postmasterPid,
  removeFolders,
  rowsOf,
  type EmbeddedServer,
} from '../processes/embedded-server';
import { endPrograms } from '../processes/started-program';

let server: EmbeddedServer;

beforeAll(async () => {
  server = await holdServer({ dataFolder: newFolder() });
});

afterAll(async () => {
  await endPrograms();
  removeFolders();
});

describe('the embedded PostgreSQL', () => {
  test('is PostgreSQL 18.4 with UTF-8, the builtin locale and data checksums, and no logical WAL', async () => {
    const [settings] = await rowsOf(
      server.url,
      `select current_setting('server_version') as version, current_setting('data_checksums') as checksums,
              current_setting('wal_level') as wal, pg_encoding_to_char(encoding) as encoding,
              datlocprovider as provider, datlocale as locale, datctype ~* 'utf-?8$' as ctype
         from pg_database where datname = current_database()`,
    );
    expect(settings).toEqual({
      version: '18.4',
      checksums: 'on',
      wal: 'replica',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      ctype: true,
    });
  });

  test('finds Chinese names by their parts', async () => {
    const [found] = await rowsOf(
      server.url,
      `select cardinality(show_trgm('张三')) > 0 as trigrams, '张三丰' like '%三%' as part`,
    );
    expect(found).toEqual({ trigrams: true, part: true });
  });

  test('hands on an owner who is no superuser but may make roles and owns the database', async () => {
    const [owner] = await rowsOf(
      server.url,
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
              (select datdba = r.oid from pg_database where datname = current_database()) as owns
         from pg_roles r where rolname = current_user`,
    );
    expect(owner).toEqual({
      rolname: 'anju_owner',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: true,
      rolcreatedb: false,
      rolreplication: false,
      owns: true,
    });
  });

  test('keeps its passwords in files that only their owner can read', () => {
    const modes = ['secret', 'owner-secret'].map((name) => fs.statSync(path.join(server.folder, name)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600]);
    expect(fs.statSync(server.folder).mode & 0o777).toBe(0o700);
  });

  test('asks for the password', async () => {
    const wrong = new URL(server.url);
    wrong.password = 'guessed';
    await expect(rowsOf(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('listens on 127.0.0.1 and nowhere else', async () => {
    await expect(connects('127.0.0.1', server.port)).resolves.toBe(true);
    await expect(connects('127.0.0.2', server.port)).resolves.toBe(false);
  });

  test('does not run as root', () => {
    const pid = postmasterPid(server.folder) ?? -1;
    expect(isRunning(pid)).toBe(true);
    expect(fs.statSync(path.join(server.folder, 'data')).uid).not.toBe(0);
  });
});

describe('starting and stopping it', () => {
  const dataFolder = newFolder();

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s stops the server cleanly and the next start finds the same port',
    async (signal) => {
      const first = await holdServer({ dataFolder });
      const pid = postmasterPid(first.folder) ?? -1;
      await expect(first.program.end(signal)).resolves.toBe(0);
      expect(isRunning(pid)).toBe(false);
      expect(postmasterPid(first.folder)).toBeUndefined();
      const second = await holdServer({ dataFolder });
      expect(second).toMatchObject({ state: 'started', port: first.port, url: first.url });
      await second.program.end();
    },
  );

  test('takes another port when the last one has been taken meanwhile', async () => {
    const first = await holdServer({ dataFolder });
    await first.program.end();
    const stranger = net.createServer().listen(first.port, '127.0.0.1');
    const second = await holdServer({ dataFolder });
    expect(second.port).not.toBe(first.port);
    await expect(rowsOf(second.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await second.program.end();
    stranger.close();
  });

  test('a second start joins the running server and leaves it to the first', async () => {
    const first = await holdServer({ dataFolder });
    const second = await holdServer({ dataFolder });
    expect(second).toMatchObject({ state: 'joined', url: first.url });
    await second.program.end();
    await expect(rowsOf(first.url, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await first.program.end();
    expect(postmasterPid(first.folder)).toBeUndefined();
  });

  test('two starts at once on an empty folder end up on one server', async () => {
    const dataFolder = newFolder();
    const both = await Promise.all([holdServer({ dataFolder }), holdServer({ dataFolder })]);
    expect(both.map(({ state }) => state).sort()).toEqual(['joined', 'started']);
    expect(both[0].url).toBe(both[1].url);
    await Promise.all(both.map(({ program }) => program.end()));
    expect(postmasterPid(both[0].folder)).toBeUndefined();
  });

  test('an ephemeral server may make databases and leaves no folder behind', async () => {
    const ephemeral = await holdServer({ ephemeral: true });
    const [found] = await rowsOf(
      ephemeral.url,
      `select rolcreatedb, current_setting('fsync') as fsync from pg_roles where rolname = current_user`,
    );
    expect(found).toEqual({ rolcreatedb: true, fsync: 'off' });
    await ephemeral.program.end();
    expect(fs.existsSync(ephemeral.folder)).toBe(false);
  });
});

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    socket.on('connect', () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('close', () => socket.destroy());
    socket.on('connect', () => socket.destroy());
  });
}
