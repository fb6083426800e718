import { runChecks } from './checks.mjs';
import { runScript, runTool } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';

const TSC = 'node_modules/typescript/bin/tsc';

/** Its own memory file, so that the build's never counts an output that was only checked. */
const CMS_MEMORY = ['--tsBuildInfoFile', '.cache/cms-typecheck.tsbuildinfo'];

runScript(async () => {
  await installWhenNeeded();
  return runChecks([
    { name: 'plugins', run: () => runTool(TSC, ['-b']) },
    { name: 'cms', run: () => runTool(TSC, ['-p', 'cms', '--noEmit', ...CMS_MEMORY]) },
    { name: 'admin', run: () => runTool(TSC, ['-p', 'admin', '--noEmit']) },
    { name: 'tests', run: () => runTool(TSC, ['-p', 'tests', '--noEmit']) },
    { name: 'tests of the admin app', run: () => runTool(TSC, ['-p', 'tests/unit/admin', '--noEmit']) },
  ]);
});
