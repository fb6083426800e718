import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { viteProgram } from './compile/parts.mjs';
import { buildWhenNeeded, panelWhenServed } from './build-when-needed.mjs';
import { runScript } from './child-process.mjs';
import { startEmbedded } from './embedded-postgres.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { APP_ENTRY, ROOT, dataFolder } from './places.mjs';
import { appEnvironment } from './start/app-environment.mjs';

const TSC = 'node_modules/typescript/bin/tsc';

/** Compilers in watch mode, the server restarted on their output, and Vite's own server for the screens. */
runScript(async () => {
  await installWhenNeeded();
  await buildWhenNeeded(['plugins', 'cms', ...panelWhenServed()]);
  const database = process.env.DATABASE_URL ? undefined : await startEmbedded({ dataFolder: dataFolder() });
  const env = { ...appEnvironment(process.env, database?.url), ANJU_DEVELOP: '1' };
  const schemas = restartOnSchemas();
  const programs = [
    [ROOT, TSC, '-b', '-w', '--preserveWatchOutput'],
    [ROOT, TSC, '-p', 'cms', '-w', '--preserveWatchOutput'],
    [ROOT, '--watch', APP_ENTRY],
    [path.join(ROOT, 'admin'), viteProgram()],
  ].map(([cwd, ...args]) => spawn(process.execPath, args, { cwd, env, stdio: 'inherit' }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => programs.forEach((program) => program.kill('SIGTERM')));
  }
  await Promise.all(programs.map((program) => new Promise((resolve) => program.on('exit', resolve))));
  schemas.close();
  await database?.stop();
});

/** Node watches the modules that it has loaded: a schema that the Content-Type Builder wrote is none, so the entry is touched for it. */
function restartOnSchemas() {
  return fs.watch(path.join(ROOT, 'cms/dist/src/api'), { recursive: true }, (_event, file) => {
    if (file?.endsWith('schema.json')) fs.utimesSync(APP_ENTRY, new Date(), new Date());
  });
}
