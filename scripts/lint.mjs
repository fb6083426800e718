import { buildWhenNeeded } from './build-when-needed.mjs';
import { runChecks } from './checks.mjs';
import { runScript, runTool } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';

const PRETTIER_MEMORY = ['--cache', '--cache-strategy', 'content', '--cache-location', '.cache/prettier'];
const FOLDERS = ['plugins', 'cms', 'admin', 'tests', 'scripts'];

runScript(async () => {
  await installWhenNeeded();
  // The typed rules read the declarations that the plugins' build makes.
  return runChecks({ name: 'build', run: () => buildWhenNeeded(['plugins']) }, [
    {
      name: 'eslint',
      run: (options) => runTool('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0'], options),
    },
    {
      name: 'prettier',
      run: (options) =>
        runTool('node_modules/prettier/bin/prettier.cjs', ['--check', '.', ...PRETTIER_MEMORY], options),
    },
    {
      name: 'dependency-cruiser',
      run: (options) => runTool('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', FOLDERS, options),
    },
  ]);
});
