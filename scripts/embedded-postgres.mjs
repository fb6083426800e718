import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { postgresBinaries } from './postgres/binaries.mjs';
import { cluster, makePrivateFolder } from './postgres/cluster.mjs';
import { ownedDatabase } from './postgres/owner.mjs';
import { canReach, databaseUser } from './postgres/system-user.mjs';
import { leases } from './postgres/leases.mjs';

const STATE_FOLDER = '/var/lib/anju';
const EPHEMERAL_PREFIX = 'anju-postgres-';

/**
 * Starts the embedded PostgreSQL on a data folder, or joins the server that already runs there.
 * The last one to call `stop` stops the server; an ephemeral server's folder is removed then.
 * @param {{ dataFolder?: string, ephemeral?: boolean, packageFolder?: string, stateFolder?: string }} [options]
 *   `dataFolder` is ANJU_DATA_DIR; the other two are for tests of machines where PostgreSQL's user cannot reach them
 * @returns {Promise<{ url: string, port: number, folder: string, state: 'started' | 'joined',
 *   revive: () => Promise<void>, stop: () => Promise<void> }>}
 *   `url` is that of the role anju_owner, which is not a superuser; `revive` starts the server again should it have died
 */
export async function startEmbedded(options = {}) {
  const { ephemeral = false, stateFolder = STATE_FOLDER } = options;
  const user = databaseUser();
  if (user.uid !== undefined) makeStateFolder(stateFolder);
  const binaries = postgresBinaries(user, { packageFolder: options.packageFolder, stateFolder });
  if (ephemeral) await sweepEphemeral(binaries, user);
  const folder = reachableFolder(user, ephemeral ? ephemeralFolder() : lastingFolder(options.dataFolder), stateFolder);
  makePrivateFolder(folder, user);
  const server = cluster(binaries, user, { folder, ephemeral });
  const lease = leases(folder);
  const lock = path.join(folder, 'launcher.lock');

  const release = async () => {
    lease.release();
    if (!lease.othersHold()) await server.stop();
  };
  const stop = async () => {
    await withLock(lock, release);
    if (ephemeral) fs.rmSync(folder, { recursive: true, force: true });
  };
  const revive = async () => {
    if (!server.isRunning()) await withLock(lock, server.start);
  };
  return withLock(lock, async () => {
    lease.take();
    try {
      await server.create();
      const state = await server.start();
      const port = server.port();
      const url = await ownedDatabase({
        port,
        superuserPassword: server.password(),
        secretFile: path.join(folder, 'owner-secret'),
        mayCreateDatabases: ephemeral,
      });
      return { url, port, folder, state, revive, stop: onceOnly(stop) };
    } catch (error) {
      await release();
      throw error;
    }
  });
}

/** Root's place for what PostgreSQL's user must reach, whatever the umask. */
function makeStateFolder(folder) {
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o755);
}

function lastingFolder(dataFolder = process.env.ANJU_DATA_DIR ?? '.data') {
  return path.resolve(dataFolder, 'postgres');
}

function ephemeralFolder() {
  return path.join(fs.realpathSync(os.tmpdir()), EPHEMERAL_PREFIX + randomBytes(6).toString('hex'));
}

/** The folder itself, or one beside the system's state when PostgreSQL's user cannot get there. */
function reachableFolder(user, folder, stateFolder) {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  if (canReach(user, path.dirname(folder))) return folder;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return path.join(stateFolder, `data-${name}`);
}

/** Ephemeral servers whose test run was killed: nobody else would ever stop them. */
async function sweepEphemeral(binaries, user) {
  const parent = path.dirname(ephemeralFolder());
  for (const name of fs.readdirSync(parent)) {
    const folder = path.join(parent, name);
    if (!name.startsWith(EPHEMERAL_PREFIX) || !leases(folder).areAbandoned()) continue;
    await cluster(binaries, user, { folder, ephemeral: true }).stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function onceOnly(work) {
  let running;
  return () => (running ??= work());
}

/** `node scripts/embedded-postgres.mjs [--ephemeral]`: a server by itself until Ctrl+C, its URL on standard output. */
async function runByItself() {
  const server = await startEmbedded({ ephemeral: process.argv.includes('--ephemeral') });
  console.log(`DATABASE_URL=${server.url}`);
  const idle = setInterval(() => {}, 2 ** 30);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void server.stop().finally(() => clearInterval(idle)));
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  runByItself().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
