import fs from 'node:fs';
import { runScript } from './child-process.mjs';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { startEmbedded } from './embedded-postgres.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { dataFolder } from './places.mjs';
import { appEnvironment } from './start/app-environment.mjs';
import { runApp } from './start/run-app.mjs';
import { refuseTakenPort } from './start/taken-port.mjs';

const WATCH_MS = 1000;

runScript(async () => {
  await installWhenNeeded();
  await buildWhenNeeded();
  const stopped = new AbortController();
  // npm and the terminal may both deliver a signal: the first one counts, the others find the work under way.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort());
  await refuseTakenPort();
  fs.mkdirSync(dataFolder(), { recursive: true });
  const database = process.env.DATABASE_URL ? undefined : await startEmbedded({ dataFolder: dataFolder() });
  const watch = setInterval(() => void database?.revive().catch((error) => console.error(error.message)), WATCH_MS);
  try {
    return stopped.signal.aborted ? 0 : await runApp(appEnvironment(process.env, database?.url), stopped.signal);
  } finally {
    clearInterval(watch);
    await database?.stop();
  }
});
