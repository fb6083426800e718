import { buildWhenNeeded } from './build-when-needed.mjs';
import { runScript } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { APP_ENTRY } from './places.mjs';
import { launch } from './start/launch.mjs';

runScript(async () => {
  await installWhenNeeded();
  await buildWhenNeeded();
  return launch(APP_ENTRY);
});
