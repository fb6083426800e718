import { buildWhenNeeded } from './build-when-needed.mjs';
import { runChecks } from './checks.mjs';
import { runScript, runTool } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';

const FOLDERS = ['plugins', 'cms', 'admin', 'tests', 'scripts'];

runScript(async () => {
  await installWhenNeeded();
  return runChecks([
    // The typed rules read the declarations that the plugins' build makes.
    { name: 'build', run: () => buildWhenNeeded(['plugins']) },
    { name: 'eslint', run: () => runTool('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0']) },
    { name: 'prettier', run: () => runTool('node_modules/prettier/bin/prettier.cjs', ['--check', '.']) },
    {
      name: 'dependency-cruiser',
      run: () => runTool('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', FOLDERS),
    },
  ]);
});
