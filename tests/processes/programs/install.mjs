// Runs installWhenNeeded on the folder given.
import { runScript } from '../../../scripts/child-process.mjs';
import { installWhenNeeded } from '../../../scripts/install-when-needed.mjs';

runScript(() => installWhenNeeded(process.argv[2]));
