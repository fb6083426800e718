import { until } from '../processes/embedded-server';
import { endPrograms } from '../processes/started-program';
import { evidenceKeys, receivedFiles } from './evidence-files';
import { rawUpload, sendHead } from './raw-request';
import { type Household, noisePhoto, unrecognisedHouseholds } from './register';
import { serve, type ServedApp, type ServedDatabase, servedDatabase, uploadForm } from './served-app';

/** Clients are slow on purpose. */
jest.setTimeout(120_000);

const POOL = 3;
/** More slow clients than there are connections: one of them holding a connection would be noticed. */
const SLOW = 2 * POOL;
const PROMPT_MS = 5000;

let database: ServedDatabase;
let app: ServedApp;
let token: string;
let household: Household;

beforeAll(async () => {
  database = await servedDatabase();
  app = await serve(database, { ANJU_POOL_SIZE: String(POOL) });
  token = await app.signIn('demo-clerk');
  const [first] = await unrecognisedHouseholds(database.owner, 1);
  household = first ?? { id: 0, version: 0 };
});

afterAll(async () => {
  await endPrograms();
  await database.remove();
});

test('uploads that arrive slowly hold no connection, others go on, and what is broken off leaves nothing', async () => {
  const { head, body } = rawUpload(token, household.id, await noisePhoto(1600, 1200));
  const before = await evidenceKeys(database);
  const slow = await Promise.all(Array.from({ length: SLOW }, () => sendHead(app.port, head)));
  for (const { socket } of slow) socket.write(body.subarray(0, body.length / 2));
  await until('half of each upload has arrived', () => receivedFiles(database).length === SLOW);
  await until('no transaction is open, but for work in the background', async () => (await transactions()) === 0);
  await othersGoOn();
  const [finished, ...abandoned] = slow;
  for (const { socket } of abandoned) socket.destroy();
  finished?.socket.write(body.subarray(body.length / 2));
  await until('the patient one is answered', () => finished?.received().startsWith('HTTP/1.1 200') === true);
  finished?.socket.destroy();
  await until('what was broken off is removed', () => receivedFiles(database).length === 0);
  const { files, rows } = await evidenceKeys(database);
  expect(files).toEqual(rows);
  expect(rows).toHaveLength(before.rows.length + 2);
});

test('readers that take their photo slowly hold no connection, and others go on', async () => {
  const photo = await noisePhoto(2560, 2560);
  const { status, body } = await app.ask('POST', '/registry/evidence', token, uploadForm(household.id, photo));
  expect(status).toBe(200);
  const head = [
    `GET /api/registry/evidence/${String(body.id)}/file HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
  ];
  const slow = await Promise.all(Array.from({ length: SLOW }, () => sendHead(app.port, head, { paused: true })));
  await until('each answer is under way', () => slow.every(({ socket }) => socket.bytesRead > 0));
  await until('no transaction is open, but for work in the background', async () => (await transactions()) === 0);
  await othersGoOn();
  for (const { socket } of slow) socket.destroy();
});

async function othersGoOn(): Promise<void> {
  const asked = Array.from({ length: SLOW }, () => app.ask('GET', `/registry/households/${household.id}`, token));
  for (const { status, ms } of await Promise.all(asked)) {
    expect(status).toBe(200);
    expect(ms).toBeLessThan(PROMPT_MS);
  }
}

/** Transactions that the application has open. */
async function transactions(): Promise<number> {
  const { rowCount } = await database.watcher.query(
    `select from pg_stat_activity
      where datname = current_database() and application_name = 'anju' and xact_start is not null and state <> 'active'`,
  );
  return rowCount ?? 0;
}
