import { Client } from 'pg';
import { until } from '../processes/embedded-server';
import { endPrograms } from '../processes/started-program';
import { evidenceKeys } from './evidence-files';
import { noisePhoto, statisticsDifferences, unrecognisedHouseholds } from './register';
import {
  type Answered,
  serve,
  type ServedApp,
  type ServedDatabase,
  servedDatabase,
  uploadForm,
  waitingForLocks,
} from './served-app';

/** The application starts as a process of its own, and PostgreSQL takes its time to see a deadlock. */
jest.setTimeout(120_000);

let database: ServedDatabase;
let app: ServedApp;
let token: string;
let rival: Client;
let ids: readonly { readonly id: number; readonly version: number }[];

beforeAll(async () => {
  database = await servedDatabase();
  app = await serve(database);
  token = await app.signIn('demo-clerk');
  rival = new Client({ connectionString: database.clone.ownerUrl });
  await rival.connect();
  ids = await unrecognisedHouseholds(database.owner, 2);
});

afterAll(async () => {
  await rival.end();
  await endPrograms();
  await database.remove();
});

test('a save that PostgreSQL ends to break a deadlock is made again, once', async () => {
  const { id, version } = household(0);
  const { rows } = await database.owner.query<{ id: number }>(
    'select id from members where household_id = $1 order by id limit 1',
    [id],
  );
  const member = rows[0]?.id ?? 0;
  const correction = { version, members: [{ id: member, correctedPhone: '10012345678' }] };
  const saved = await inDeadlock(
    `select from members where id = ${member} for update`,
    `select from households where id = ${id} for update`,
    () => app.ask('PUT', `/registry/households/${id}`, token, correction),
  );
  expect(saved).toMatchObject({ status: 200, body: { version: version + 1 } });
  await expect(journalled(saved, 'members', 'update')).resolves.toBe(1);
});

test('an upload that PostgreSQL ends to break a deadlock leaves one row and its files, and no others', async () => {
  const { id } = household(1);
  const photo = await noisePhoto();
  const saved = await inDeadlock(
    `select from households where id = ${id} for share`,
    `select from households where id = ${id} for update`,
    () => app.ask('POST', '/registry/evidence', token, uploadForm(id, photo)),
  );
  expect(saved.status).toBe(200);
  await expect(journalled(saved, 'evidences', 'create')).resolves.toBe(1);
  const { files, rows } = await evidenceKeys(database);
  expect(files).toEqual(rows);
  await expect(statisticsDifferences(database.owner)).resolves.toEqual([]);
});

function household(index: number): { readonly id: number; readonly version: number } {
  const found = ids[index];
  if (!found) throw new Error('the template has too few unrecognised households');
  return found;
}

/**
 * Lets a save meet a rival that holds the first lock and asks for the second, which the save holds, too early for the
 * rival to notice: PostgreSQL looks for deadlocks a second after a wait began, and ends the one that looks.
 */
async function inDeadlock(first: string, second: string, save: () => Promise<Answered>): Promise<Answered> {
  const before = await deadlocks();
  await rival.query('begin');
  await rival.query(first);
  const saved = save();
  await until('the save waits for the rival', async () => (await waitingForLocks(database)) === 1);
  await rival.query(second);
  await rival.query('commit');
  const answer = await saved;
  await until('PostgreSQL counted the deadlock', async () => (await deadlocks()) > before);
  return answer;
}

async function deadlocks(): Promise<number> {
  const { rows } = await database.owner.query<{ deadlocks: string }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  return Number(rows[0]?.deadlocks);
}

async function journalled({ request }: Answered, table: string, action: string): Promise<number> {
  const { rowCount } = await database.owner.query(
    'select from anju.journal where request = $1 and subject_table = $2 and action = $3',
    [request, table, action],
  );
  return rowCount ?? 0;
}
