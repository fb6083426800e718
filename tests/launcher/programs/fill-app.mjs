// Prepares a data folder as a first `npm start` would, with a small demonstration.
import { createRequire } from 'node:module';
import path from 'node:path';
import { startEmbedded } from '../../../scripts/embedded-postgres.mjs';
import { APP_ENTRY } from '../../../scripts/places.mjs';

const require = createRequire(import.meta.url);
const compiled = (name) => require(path.join(path.dirname(APP_ENTRY), name));

// As the launcher tells the application: only the embedded database gets the demonstration's accounts.
process.env.ANJU_EMBEDDED = '1';
const server = await startEmbedded({ dataFolder: process.env.ANJU_DATA_DIR });
try {
  compiled('secrets.js').loadSecrets();
  await compiled('prepare.js').prepare(server.url);
  await compiled('demonstration.js').fillDemonstration(server.url, { households: 300 });
} finally {
  await server.stop();
}
process.exit(0);
