import fs from 'node:fs';
import path from 'node:path';
import { LIST } from '../integration/exchange/list-file';
import { until } from '../processes/embedded-server';
import { endPrograms, startCommand } from '../processes/started-program';
import { evidenceKeys, receivedFiles } from './evidence-files';
import { rawUpload, sendHead } from './raw-request';
import { type Household, noisePhoto, statisticsDifferences, unrecognisedHouseholds } from './register';
import { serve, type ServedDatabase, servedDatabase, uploadForm, waitingForLocks } from './served-app';

jest.setTimeout(180_000);

/** Where the fixture's households live. */
const VILLAGE = '520425001';

let database: ServedDatabase;
let household: Household;

beforeAll(async () => {
  database = await servedDatabase();
  const [first] = await unrecognisedHouseholds(database.owner, 1);
  household = first ?? { id: 0, version: 0 };
});

afterAll(async () => {
  await endPrograms();
  await database.remove();
});

test('SIGTERM while a photo is being saved: the save is made, answered, and then the application ends', async () => {
  const app = await serve(database);
  const token = await app.signIn('demo-clerk');
  const photo = await noisePhoto();
  await database.owner.query('begin');
  await database.owner.query('select from households where id = $1 for update', [household.id]);
  const saved = app.ask('POST', '/registry/evidence', token, uploadForm(household.id, photo));
  await until('the save waits', async () => (await waitingForLocks(database)) === 1);
  app.program.process.kill('SIGTERM');
  await until('nobody is let in any more', () =>
    fetch(`${app.address}/_health`).then(
      () => false,
      () => true,
    ),
  );
  await database.owner.query('rollback');
  await expect(saved).resolves.toMatchObject({ status: 200, body: { householdId: household.id } });
  await expect(app.program.ended).resolves.toBe(0);
  const { files, rows } = await evidenceKeys(database);
  expect(files).toEqual(rows);
});

test('SIGTERM in the middle of an upload: nothing of it is kept', async () => {
  const app = await serve(database);
  const token = await app.signIn('demo-clerk');
  const before = await evidenceKeys(database);
  const { head, body } = rawUpload(token, household.id, await noisePhoto(1600, 1200));
  const upload = await sendHead(app.port, head);
  upload.socket.write(body.subarray(0, body.length / 2));
  await until('half of it has arrived', () => receivedFiles(database).length === 1);
  await expect(app.program.end('SIGTERM')).resolves.toBe(0);
  await upload.closed;
  expect(upload.received()).toBe('');
  expect(receivedFiles(database)).toEqual([]);
  await expect(evidenceKeys(database)).resolves.toEqual(before);
});

test('SIGTERM in the middle of an import: nothing of the list is kept, and the next import takes all of it', async () => {
  const list = path.join(database.clone.dataDir, 'list.csv');
  fs.writeFileSync(list, householdList(20_000));
  const before = await counts();
  const env = { DATABASE_URL: database.clone.ownerUrl, ANJU_DATA_DIR: database.clone.dataDir };
  const broken = startCommand('npm', ['run', 'import', '--', 'household', list], env);
  await until('the list is being written', async () => (await importing()) === 1);
  const code = await broken.end('SIGTERM');
  expect(code).not.toBe(0);
  await until('PostgreSQL has noticed', async () => (await importing()) === 0);
  await expect(counts()).resolves.toEqual(before);
  await expect(statisticsDifferences(database.owner)).resolves.toEqual([]);
  const whole = startCommand('npm', ['run', 'import', '--', 'household', list], env);
  await expect(whole.ended).resolves.toBe(0);
  expect(whole.printed()).toContain('新增 20000');
  await expect(statisticsDifferences(database.owner)).resolves.toEqual([]);
});

/** Connections that write a list at this moment. */
async function importing(): Promise<number> {
  const { rowCount } = await database.watcher.query(
    `select from pg_stat_activity
      where datname = current_database() and state = 'active' and query ilike '%insert into members%' and pid <> pg_backend_pid()`,
  );
  return rowCount ?? 0;
}

async function counts(): Promise<unknown> {
  const { rows } = await database.owner.query<Record<string, string>>(
    `select (select count(*) from households) as households, (select count(*) from members) as members,
            (select count(*) from households where vanished_at is not null) as vanished,
            (select count(*) from anju.import_batch) as batches, (select count(*) from anju.journal) as journal`,
  );
  return rows[0];
}

/** A list of so many households of one person, in the fixture's columns. */
function householdList(count: number): string {
  const [header = ''] = fs.readFileSync(LIST, 'utf8').split('\r\n');
  const lines = Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(8, '0');
    const person = ['罗新', '罗新', '男', '', '户主', '汉族', '', '一般贫困户', '因病', '已脱贫', '2018'];
    return [VILLAGE, `LIST5204259${number}`, `LIST52042590${number}01`, ...person].join(',');
  });
  return [header, ...lines].join('\r\n');
}
