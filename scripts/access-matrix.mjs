import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { runScript } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { ROOT } from './places.mjs';

/** Writes docs/access-matrix.md from the doors' contracts and config/roles.json; a test fails while it is stale. */
runScript(async () => {
  await installWhenNeeded();
  await buildWhenNeeded(['plugins']);
  const { DOORS, accessMatrixDocument } = createRequire(import.meta.url)('@anju/domain/contracts');
  const { roles } = JSON.parse(fs.readFileSync(path.join(ROOT, 'config', 'roles.json'), 'utf8'));
  fs.writeFileSync(path.join(ROOT, 'docs', 'access-matrix.md'), accessMatrixDocument(DOORS, roles));
  console.log('docs/access-matrix.md');
});
