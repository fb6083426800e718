import fs from 'node:fs';
import path from 'node:path';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { runScript, runToEnd } from './child-process.mjs';
import { startEmbedded } from './embedded-postgres.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { dataFolder, ROOT } from './places.mjs';
import { appEnvironment } from './start/app-environment.mjs';
import { refuseWhileRunning } from './start/running-apps.mjs';

/** `npm run import|regions|demo|admin|panel|backup|restore|config:export|config:import -- …`: one compiled command on DATABASE_URL, or on the embedded database. */
runScript(async () => {
  const [name = '', ...words] = process.argv.slice(2);
  if (name === 'restore') refuseWhileRunning();
  await installWhenNeeded();
  await buildWhenNeeded(['plugins', 'cms']);
  fs.mkdirSync(dataFolder(), { recursive: true });
  const database = process.env.DATABASE_URL ? undefined : await startEmbedded({ dataFolder: dataFolder() });
  try {
    const entry = path.join(ROOT, 'cms/dist/src/commands', `${name}.js`);
    const env = appEnvironment(process.env, database?.url);
    // Files are named from where the command was typed.
    const { code } = await runToEnd(process.execPath, [entry, ...words], { env, cwd: process.env.INIT_CWD ?? ROOT });
    return code;
  } finally {
    await database?.stop();
  }
});
