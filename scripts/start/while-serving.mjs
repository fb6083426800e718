import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.mjs';
import { APP_ENTRY } from '../places.mjs';
import { runApp } from './run-app.mjs';

/** An update of a province is prepared before the application answers: minutes, with the full run of the warnings. */
const READY_MS = 1_200_000;
const PATIENCE_MS = 15_000;

/**
 * Serves the application on a free port while the work lasts, with what `env` says (ANJU_DATA_DIR, DATABASE_URL …).
 * @template T
 * @param {NodeJS.ProcessEnv} env
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function whileServing(env, work) {
  const port = String(await freePort());
  // The runner notes the application under the data folder and port of this process.
  Object.assign(process.env, { ANJU_DATA_DIR: env.ANJU_DATA_DIR, PORT: port });
  const stopped = new AbortController();
  const settings = { ...env, ANJU_DEMO: 'none', PORT: port, HOST: '127.0.0.1' };
  const ended = runApp(APP_ENTRY, settings, stopped.signal, PATIENCE_MS);
  const interrupt = () => stopped.abort();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, interrupt);
  try {
    const url = `http://127.0.0.1:${port}`;
    const noStart = ended.then(() => Promise.reject(new Error('应用没有启动，原因见上。')));
    await Promise.race([isReady(url, stopped.signal), noStart]);
    return await work(url);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupt);
    stopped.abort();
    await ended;
  }
}

/** Asks no more once the application has been told to stop, which also ends the wait for one that did not start. */
async function isReady(url, stopped) {
  for (const end = Date.now() + READY_MS; Date.now() < end && !stopped.aborted; await pause(300)) {
    const answer = await fetch(`${url}/_health`).catch(() => undefined);
    if (answer?.status === 204) return;
  }
  throw new Error(`应用在 ${READY_MS / 1000} 秒内没有就绪。`);
}
