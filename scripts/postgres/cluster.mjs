import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { postmaster } from './postmaster.mjs';

// With LC_CTYPE=C pg_trgm silently drops Chinese, so the locale is named and never taken from the environment.
const LOCALE = { darwin: 'en_US.UTF-8', win32: 'en-US' }[process.platform] ?? 'C.UTF-8';
const NO_DURABILITY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const PASSING_TROUBLE = /still in use|Address already in use|could not bind/;
const START_TRIES = 20;
const LOG_LIMIT = 10_000_000;

/**
 * One PostgreSQL data folder and its server. `folder` holds the data and its secrets.
 * @param {ReturnType<typeof import('./binaries.mjs').postgresBinaries>} binaries
 * @param {{ uid?: number, gid?: number }} user
 * @param {{ folder: string, ephemeral: boolean }} options
 */
export function cluster(binaries, user, { folder, ephemeral }) {
  const data = path.join(folder, 'data');
  const secret = path.join(folder, 'secret');
  return {
    /** Makes the data folder when there is none; refuses one of another major version. */
    async create() {
      if (!fs.existsSync(path.join(data, 'PG_VERSION'))) await initialise(binaries, user, { folder, ephemeral });
      await refuseOtherMajor(binaries, data);
    },
    /** Starts the server unless one runs on this folder already; tells which. */
    async start() {
      if (postmaster(data).isRunning()) return 'joined';
      await startServer(binaries, folder, data, ephemeral);
      return 'started';
    },
    async stop() {
      if (!postmaster(data).isRunning()) return;
      await binaries.run('pg_ctl', ['stop', '-D', data, '-m', ephemeral ? 'immediate' : 'fast', '-w', '-t', '60']);
    },
    isRunning: () => postmaster(data).isRunning(),
    port: () => postmaster(data).port(),
    password: () => fs.readFileSync(secret, 'utf8').trim(),
  };
}

/** A folder only the database user may enter. */
export function makePrivateFolder(folder, user) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) fs.chownSync(folder, user.uid, user.gid);
}

async function initialise(binaries, user, { folder, ephemeral }) {
  const data = path.join(folder, 'data');
  const unfinished = path.join(folder, 'data.new');
  const secret = path.join(folder, 'secret');
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.rmSync(secret, { force: true });
  fs.writeFileSync(secret, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (user.uid !== undefined) fs.chownSync(secret, user.uid, user.gid);
  await binaries.run('initdb', [
    ...['-D', unfinished, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8'],
    ...[`--locale=${LOCALE}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums'],
    ...(ephemeral ? ['--no-sync'] : []),
  ]);
  fs.appendFileSync(path.join(unfinished, 'postgresql.conf'), "\ninclude '../anju.conf'\n");
  fs.renameSync(unfinished, data);
}

async function refuseOtherMajor(binaries, data) {
  const have = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  const [, major] = /(\d+)\./.exec(await binaries.run('postgres', ['--version'])) ?? [];
  if (have === major) return;
  throw new Error(
    `数据目录 ${data} 由 PostgreSQL ${have} 建立，本程序自带的是 PostgreSQL ${major}，不能直接打开（目录未改动）。` +
      `请先用原来版本的安居启动并备份数据再升级，或者用 ANJU_DATA_DIR 指定一个新的空目录。`,
  );
}

/** A server killed a moment ago may still have backends that hold its memory: PostgreSQL refuses, so try again. */
async function startServer(binaries, folder, data, ephemeral) {
  const log = path.join(folder, 'server.log');
  if (fileSize(log) > LOG_LIMIT) fs.renameSync(log, `${log}.old`);
  for (let attempt = 1; ; attempt += 1) {
    postmaster(data).forget();
    writeSettings(path.join(folder, 'anju.conf'), settings(await freePort(folder), ephemeral));
    const logged = fileSize(log);
    try {
      await binaries.runDetached('pg_ctl', ['start', '-D', data, '-w', '-t', '60', '-s', '-l', log]);
      return;
    } catch (error) {
      const said = fileSize(log) > logged ? fs.readFileSync(log).subarray(logged).toString() : error.message;
      if (!PASSING_TROUBLE.test(said) || attempt === START_TRIES) {
        throw new Error(`内置 PostgreSQL 启动失败，日志在 ${log}：\n${said}`, { cause: error });
      }
      await pause(500);
    }
  }
}

function fileSize(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** The database user must read it whatever the umask; the folder around it is private. */
function writeSettings(file, text) {
  fs.writeFileSync(file, text);
  fs.chmodSync(file, 0o644);
}

/** Error lines carry neither statements nor values: the register's log must not hold ID numbers. */
function settings(port, ephemeral) {
  const buffers = Math.round(Math.min(512, Math.max(64, os.totalmem() / 8 / 2 ** 20)));
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: `${buffers}MB`,
    // A bulk write locks up to 2048 keys of persons (084-warning-merge.sql).
    max_locks_per_transaction: 128,
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(ephemeral ? NO_DURABILITY : {}),
  };
  return Object.entries(values)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('');
}

/** The port of last time when nobody has taken it, else any free one, remembered for the next start. */
async function freePort(folder) {
  const file = path.join(folder, 'port');
  const last = fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : 0;
  const port = (last > 0 && (await listenOnce(last))) || (await listenOnce(0));
  fs.writeFileSync(file, `${port}\n`);
  return port;
}

function listenOnce(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.on('error', () => resolve(0));
    server.listen(port, '127.0.0.1', () => {
      const chosen = server.address().port;
      server.close(() => resolve(chosen));
    });
  });
}
