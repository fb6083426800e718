// Fills a data folder with a small demonstration and forgets that it was prepared, so that `npm start` prepares it.
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';
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
  await forgetPreparation(server.url);
} finally {
  await server.stop();
}
process.exit(0);

async function forgetPreparation(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('delete from anju.prepared');
  await client.end();
}
