import fs from 'node:fs';
import path from 'node:path';
import { LIST } from '../integration/exchange/list-file';
import { until } from '../processes/embedded-server';
import { endPrograms, startCommand } from '../processes/started-program';
import { evidenceKeys, receivedFiles } from './evidence-files';
import { rawUpload, sendHead } from './raw-request';
import { type Household, noisePhoto, statisticsDifferences, unrecognisedHouseholds } from './register';
import {
  type Answered,
  serve,
  type ServedApp,
  type ServedDatabase,
  servedDatabase,
  uploadForm,
  waitingForLocks,
} from './served-app';

/** Every test starts the application, or whole commands, and ends them. */
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

afterEach(async () => {
  await database.owner.query('rollback');
  await endPrograms();
});

afterAll(async () => {
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
  fs.writeFileSync(list, householdList(200));
  const before = await counts();
  const env = { DATABASE_URL: database.clone.ownerUrl, ANJU_DATA_DIR: database.clone.dataDir };
  await database.owner.query('begin; lock table members in exclusive mode');
  const broken = startCommand('npm', ['run', 'import', '--', 'household', list], env);
  const ended = broken.ended.then(() => Promise.reject(new Error(broken.printed())));
  const written = until('the list is being written', async () => (await writersOfMembers()) === 1);
  await Promise.race([written, ended]);
  expect(await broken.end('SIGTERM')).not.toBe(0);
  await database.owner.query('rollback');
  await until('PostgreSQL has noticed', async () => (await writersOfMembers()) === 0);
  await expect(counts()).resolves.toEqual(before);
  await expect(statisticsDifferences(database.owner)).resolves.toEqual([]);
  const whole = startCommand('npm', ['run', 'import', '--', 'household', list], env);
  const wholeCode = await whole.ended;
  expect(whole.printed()).toContain('新增 200，');
  expect(wholeCode).toBe(0);
  await expect(statisticsDifferences(database.owner)).resolves.toEqual([]);
});

test('SIGTERM while the application writes a list: nothing is kept, the next start says so, and it can be committed again', async () => {
  const app = await serve(database);
  const id = await triedList(app);
  await database.owner.query('begin; lock table members in exclusive mode');
  await app.ask('POST', `/exchange/imports/${id}/commit`, await app.signIn('demo-province'));
  await until('the list is being written', async () => (await writersOfMembers()) === 1);
  const before = await counts();
  await expect(app.program.end('SIGTERM')).resolves.toBe(0);
  await database.owner.query('rollback');
  await expect(counts()).resolves.toEqual(before);
  const next = await serve(database);
  const told = await importOnce(next, id, 'checked');
  expect(told.message).toBe('写入时服务中断，未写入任何数据，可以再次提交');
  await next.ask('POST', `/exchange/imports/${id}/commit`, await next.signIn('demo-province'));
  await expect(importOnce(next, id, 'committed')).resolves.toMatchObject({
    households: { new: 3 },
  });
  await expect(statisticsDifferences(database.owner)).resolves.toEqual([]);
});

/** Uploads a list of three households as the province's supervisor, and answers its number when it has been tried. */
async function triedList(app: ServedApp): Promise<number> {
  const form = new FormData();
  form.append('kind', 'household');
  form.append('file', new Blob([householdList(3, 'APP')]), 'list.csv');
  const { body } = await app.ask('POST', '/exchange/imports', await app.signIn('demo-province'), form);
  await importOnce(app, Number(body.id), 'checked');
  return Number(body.id);
}

/** The import as soon as it is in this state; asked of the database meanwhile, which leaves the application to its work. */
async function importOnce(app: ServedApp, id: number, state: string): Promise<Answered['body']> {
  await until(`the import is ${state}`, async () => {
    const { rowCount } = await database.owner.query('select from anju.import_batch where id = $1 and state = $2', [
      id,
      state,
    ]);
    return rowCount === 1;
  });
  return (await app.ask('GET', `/exchange/imports/${id}`, await app.signIn('demo-province'))).body;
}

/** Transactions that write to the members, or wait to; the test's own lock is none of them. */
async function writersOfMembers(): Promise<number> {
  const { rowCount } = await database.watcher.query(
    `select distinct pid from pg_locks
      where database = (select oid from pg_database where datname = current_database())
        and relation = 'members'::regclass and mode = 'RowExclusiveLock'`,
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
function householdList(count: number, mark = 'LIST'): string {
  const [header = ''] = fs.readFileSync(LIST, 'utf8').split('\r\n');
  const lines = Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(8, '0');
    const person = ['罗新', '罗新', '男', '', '户主', '汉族', '', '一般贫困户', '因病', '已脱贫', '2018'];
    return [VILLAGE, `${mark}5204259${number}`, `${mark}52042590${number}01`, ...person].join(',');
  });
  return [header, ...lines].join('\r\n');
}
