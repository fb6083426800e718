import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runToEnd } from '../child-process.mjs';
import { startEmbedded } from '../embedded-postgres.mjs';
import { freePort } from '../free-port.mjs';
import { APP_ENTRY, ROOT } from '../places.mjs';
import { runApp } from '../start/run-app.mjs';

const READY_MS = 120_000;
const PATIENCE_MS = 15_000;

/**
 * Runs the application on a throw-away database with 300 demonstration households while the work lasts.
 * @template T
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDemonstration(work) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-screenshots-'));
  const database = await startEmbedded({ ephemeral: true });
  try {
    const env = { ...process.env, DATABASE_URL: database.url, ANJU_DATA_DIR: dataDir, ANJU_EMBEDDED: '1' };
    console.log('正在准备 300 户演示数据……');
    const filled = await runToEnd(process.execPath, [path.join(ROOT, 'tests/harness/fill-template.cjs')], { env });
    if (filled.code !== 0) throw new Error('演示数据没有备好，原因见上。');
    return await whileServing(env, work);
  } finally {
    await database.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

async function whileServing(env, work) {
  const port = String(await freePort());
  // The runner notes the application under the data folder and port of this process.
  Object.assign(process.env, { ANJU_DATA_DIR: env.ANJU_DATA_DIR, PORT: port });
  const stopped = new AbortController();
  const settings = { ...env, PORT: port, HOST: '127.0.0.1', ANJU_DEMO: 'none' };
  const ended = runApp(APP_ENTRY, settings, stopped.signal, PATIENCE_MS);
  const interrupt = () => stopped.abort();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, interrupt);
  try {
    const url = `http://127.0.0.1:${port}`;
    await Promise.race([isReady(url), ended.then(() => Promise.reject(new Error('应用没有启动，原因见上。')))]);
    return await work(url);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupt);
    stopped.abort();
    await ended;
  }
}

async function isReady(url) {
  for (const end = Date.now() + READY_MS; Date.now() < end; await pause(300)) {
    const answer = await fetch(`${url}/_health`).catch(() => undefined);
    if (answer?.status === 204) return;
  }
  throw new Error(`应用在 ${READY_MS / 1000} 秒内没有就绪。`);
}
