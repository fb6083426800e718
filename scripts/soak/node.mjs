import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runToEnd } from '../child-process.mjs';
import { startEmbedded } from '../embedded-postgres.mjs';
import { freePort } from '../free-port.mjs';
import { APP_ENTRY, ROOT } from '../places.mjs';
import { killProcess } from './kill-process.mjs';

const END_WITH_LAUNCHER = new URL('../start/end-with-launcher.mjs', import.meta.url).href;
const READY_MS = 60_000;

/**
 * A whole node that may be killed piece by piece: a data folder of its own with 300 demonstration households,
 * the embedded PostgreSQL with its usual durability, and the application as a process.
 */
export async function startNode() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-soak-'));
  fs.chmodSync(folder, 0o755);
  const dataFolder = path.join(folder, 'data');
  const database = await startEmbedded({ dataFolder: folder });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const log = path.join(folder, 'app.log');
  const env = { ...process.env, DATABASE_URL: database.url, ANJU_DATA_DIR: dataFolder, ANJU_EMBEDDED: '1' };
  const settings = { ...env, PORT: String(port), HOST: '127.0.0.1', ANJU_DEMO: 'none', NODE_ENV: 'production' };
  let app;

  const isHealthy = async () => {
    const answer = await fetch(`${address}/_health`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    return answer?.status === 204;
  };
  const node = {
    address,
    folder,
    dataFolder,
    databaseUrl: database.url,
    servingUrl: () => servingUrl(database.url, dataFolder),
    log,
    isHealthy,
    appPid: () => app.pid,
    appRuns: () => app.runs(),
    killDatabase: () => killProcess(postmasterPid(database.folder)),
    /** Starts the database again when it is dead. */
    reviveDatabase: () => database.revive(),
    startApp() {
      app = startApp(settings, log);
    },
    async killApp() {
      app.kill('SIGKILL');
      await app.ended;
    },
    /** Waits until the application and its database answer. */
    async healthy() {
      for (const end = Date.now() + READY_MS; Date.now() < end; await pause(50)) if (await isHealthy()) return;
      throw new Error(`应用在 ${READY_MS / 1000} 秒内没有恢复，日志：${log}`);
    },
    /** Runs a script of this folder with the application's settings. */
    run: (script) =>
      runToEnd(process.execPath, [path.join(ROOT, 'scripts/soak', script)], { env: settings, quiet: true }),
    /** Ends everything; the data folder is kept when it is evidence of something. */
    async stop({ keep }) {
      app?.kill('SIGTERM');
      await app?.ended;
      await database.stop();
      if (!keep) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
  const filled = await runToEnd(process.execPath, [path.join(ROOT, 'tests/harness/fill-template.cjs')], {
    env,
    quiet: true,
  });
  if (filled.code === 0) return node;
  await node.stop({ keep: false });
  throw new Error(`演示数据没有备好：\n${filled.printed}`);
}

function servingUrl(ownerUrl, dataFolder) {
  const url = new URL(ownerUrl);
  const secrets = JSON.parse(fs.readFileSync(path.join(dataFolder, 'secrets.json'), 'utf8'));
  return Object.assign(url, { username: 'anju_app', password: secrets.ANJU_APP_PASSWORD }).href;
}

function postmasterPid(folder) {
  return Number.parseInt(fs.readFileSync(path.join(folder, 'data/postmaster.pid'), 'utf8'), 10);
}

function startApp(env, log) {
  const output = fs.openSync(log, 'a');
  const stdio = ['ignore', output, output, 'ipc'];
  const child = spawn(process.execPath, ['--import', END_WITH_LAUNCHER, APP_ENTRY], { cwd: ROOT, env, stdio });
  fs.closeSync(output);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const runs = () => child.exitCode === null && child.signalCode === null;
  return { pid: child.pid, ended, runs, kill: (signal) => child.kill(signal) };
}
