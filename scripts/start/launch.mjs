import fs from 'node:fs';
import { startEmbedded } from '../embedded-postgres.mjs';
import { dataFolder } from '../places.mjs';
import { appEnvironment } from './app-environment.mjs';
import { runApp } from './run-app.mjs';
import { refuseTakenPort } from './taken-port.mjs';

const WATCH_MS = 1000;
const PATIENCE_MS = 15_000;

/**
 * Runs the application on DATABASE_URL or on the embedded server until it ends or a signal comes; the database last.
 * @param {string} entry the compiled application
 * @param {number} [patienceMs] how long the application may take to end
 * @returns {Promise<number>} the exit code
 */
export async function launch(entry, patienceMs = PATIENCE_MS) {
  const stopped = new AbortController();
  // npm and the terminal may both deliver a signal: the first one counts, the others find the work under way.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort());
  await refuseTakenPort();
  fs.mkdirSync(dataFolder(), { recursive: true });
  const database = process.env.DATABASE_URL ? undefined : await startEmbedded({ dataFolder: dataFolder() });
  const watch = setInterval(() => void database?.revive().catch((error) => console.error(error.message)), WATCH_MS);
  try {
    if (stopped.signal.aborted) return 0;
    return await runApp(entry, appEnvironment(process.env, database?.url), stopped.signal, patienceMs);
  } finally {
    clearInterval(watch);
    await database?.stop();
  }
}
