// Gives a data folder a small demonstration, made once a run and copied; `--unprepared` forgets that it was prepared, so that `npm start` prepares it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../../scripts/embedded-postgres.mjs';
import { withLock } from '../../../scripts/lock.mjs';
import { APP_ENTRY } from '../../../scripts/places.mjs';

const require = createRequire(import.meta.url);
const compiled = (name) => require(path.join(path.dirname(APP_ENTRY), name));

// As the launcher tells the application: only the embedded database gets the demonstration's accounts.
process.env.ANJU_EMBEDDED = '1';
const wanted = process.env.ANJU_DATA_DIR;
const ofRun = process.env.ANJU_TEST_DATABASE_FOLDER;
if (ofRun) await copyOfFilled(path.join(ofRun, 'filled'));
else await fill(wanted);
if (process.argv.includes('--unprepared')) {
  await onDatabase(wanted, (url) => ask(url, 'delete from anju.prepared'));
}
process.exit(0);

/** The run's server folder is removed at its end, and what was made there with it. */
async function copyOfFilled(made) {
  const mark = `${made}.done`;
  await withLock(`${made}.lock`, async () => {
    if (fs.existsSync(mark)) return;
    fs.rmSync(made, { recursive: true, force: true });
    await fill(made);
    fs.writeFileSync(mark, '');
  });
  // With owners and modes: PostgreSQL refuses a folder that is not its user's own.
  execFileSync('cp', ['-a', `${made}/.`, wanted]);
}

async function fill(folder) {
  process.env.ANJU_DATA_DIR = folder;
  await onDatabase(folder, async (url) => {
    compiled('secrets.js').loadSecrets();
    await compiled('prepare.js').prepare(url);
    await compiled('demonstration.js').fillDemonstration(url, { households: 300 });
  });
}

async function onDatabase(dataFolder, work) {
  const server = await startEmbedded({ dataFolder });
  try {
    await work(server.url);
  } finally {
    await server.stop();
  }
}

async function ask(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}
