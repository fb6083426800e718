import { buildEverything } from './build-when-needed.mjs';
import { runScript } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';

runScript(async () => {
  await installWhenNeeded();
  await buildEverything();
});
