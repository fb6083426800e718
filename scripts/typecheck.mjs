import { runChecks } from './checks.mjs';
import { runScript, runTool } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';

const TSC = 'node_modules/typescript/bin/tsc';

/** What the compiler remembers of the last check, apart from the build's memory: that must not count an output that was only checked. */
const checked = (project, name) => (options) =>
  runTool(
    TSC,
    ['-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', `.cache/${name}-typecheck.tsbuildinfo`],
    options,
  );

runScript(async () => {
  await installWhenNeeded();
  return runChecks({ name: 'plugins', run: (options) => runTool(TSC, ['-b'], options) }, [
    { name: 'cms', run: checked('cms', 'cms') },
    { name: 'admin', run: checked('admin', 'admin') },
    { name: 'tests', run: checked('tests', 'tests') },
    { name: 'tests of the admin app', run: checked('tests/unit/admin', 'admin-tests') },
  ]);
});
