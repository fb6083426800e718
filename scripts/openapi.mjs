import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildWhenNeeded } from './build-when-needed.mjs';
import { runScript } from './child-process.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';
import { ROOT } from './places.mjs';

/** Writes docs/openapi.json from the doors' contracts; a test fails while it is stale. */
runScript(async () => {
  await installWhenNeeded();
  await buildWhenNeeded(['plugins']);
  const { DOORS, openApiDocument } = createRequire(import.meta.url)('@anju/domain/contracts');
  const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const file = path.join(ROOT, 'docs', 'openapi.json');
  fs.writeFileSync(file, `${JSON.stringify(openApiDocument(DOORS, version), null, 2)}\n`);
  console.log('docs/openapi.json');
});
