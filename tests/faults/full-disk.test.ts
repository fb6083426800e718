import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { testServer } from '../harness/places';
import { until } from '../processes/embedded-server';
import { endPrograms } from '../processes/started-program';
import { evidenceKeys, receivedFiles } from './evidence-files';
import { type Household, noisePhoto, statisticsDifferences, unrecognisedHouseholds } from './register';
import { type Answered, serve, type ServedApp, type ServedDatabase, servedDatabase, uploadForm } from './served-app';
import { canMount, mountSmallDisk, type SmallDisk } from './small-disk';

/** Every test starts the application anew. */
jest.setTimeout(180_000);

const IN_WORDS = {
  status: 503,
  body: { code: 'diskFull', message: '服务器存储空间已满，未保存，请联系系统管理员', errors: {} },
};

let database: ServedDatabase;
let household: Household;
let photo: Buffer;

beforeEach(async () => {
  database = await servedDatabase();
  const [first] = await unrecognisedHouseholds(database.owner, 1);
  household = first ?? { id: 0, version: 0 };
  photo = await noisePhoto(1600, 1200);
});

afterEach(async () => {
  await endPrograms();
  await database.remove();
});

test('an evidence disk that runs full in the middle of a file: refused in words, nothing half stored', async () => {
  const marker = path.join(database.clone.dataDir, 'full');
  const preload = path.join(__dirname, 'programs/full-disk.cjs');
  const app = await serve(database, { NODE_OPTIONS: `--require ${preload}`, ANJU_TEST_FULL_DISK: marker });
  await refusesPhotosWhileFull(app, {
    fill: () => fs.writeFileSync(marker, ''),
    free: () => fs.rmSync(marker),
  });
});

if (canMount()) {
  test.each(['evidence', 'uploads'])('a real disk that is full under %s: the same', async (name) => {
    const disk = mountSmallDisk(path.join(database.clone.dataDir, name), 16);
    try {
      await refusesPhotosWhileFull(await serve(database), disk);
    } finally {
      await endPrograms();
      disk.unmount();
    }
  });
}

if (canMount() && process.env.ANJU_TEST_DATABASE_FOLDER) {
  test('a database whose disk is full refuses saves in words, keeps nothing of them, and goes on when there is room', async () => {
    const app = await serve(database);
    const token = await app.signIn('demo-clerk');
    const disk = await tablesOnSmallDisk();
    try {
      disk.fill();
      const refused = await savesUntilRefused(app, token);
      expect(refused).toMatchObject(IN_WORDS);
      const { body } = await app.ask('GET', `/registry/households/${household.id}`, token);
      disk.free();
      const saved = await app.ask('PUT', `/registry/households/${household.id}`, token, {
        version: body.version,
        remark: '又有空间了',
      });
      expect(saved).toMatchObject({ status: 200, body: { remark: '又有空间了' } });
      await expect(statisticsDifferences(database.owner)).resolves.toEqual([]);
    } finally {
      await endPrograms();
      await removeTablespace(disk);
    }
  });
}

async function refusesPhotosWhileFull(app: ServedApp, disk: Pick<SmallDisk, 'fill' | 'free'>): Promise<void> {
  const token = await app.signIn('demo-clerk');
  const before = await evidenceKeys(database);
  const upload = (): Promise<Answered> => app.ask('POST', '/registry/evidence', token, uploadForm(household.id, photo));
  disk.fill();
  expect(await upload()).toMatchObject(IN_WORDS);
  disk.free();
  expect(await evidenceKeys(database)).toEqual(before);
  await until('what was received is removed', () => receivedFiles(database).length === 0);
  const saved = await upload();
  expect(saved.status).toBe(200);
  const { files, rows } = await evidenceKeys(database);
  expect(files).toEqual(rows);
  expect(rows).toHaveLength(before.rows.length + 2);
}

/** Longer and longer remarks, until the tables have no room for the next; what was acknowledged before must be there. */
async function savesUntilRefused(app: ServedApp, token: string): Promise<Answered> {
  let { version } = household;
  for (let save = 1; save <= 2000; save += 1) {
    const remark = `第 ${save} 次：${'备注'.repeat(100)}`;
    const answer = await app.ask('PUT', `/registry/households/${household.id}`, token, { version, remark });
    if (answer.status !== 200) {
      const { body } = await app.ask('GET', `/registry/households/${household.id}`, token);
      expect(body.version).toBe(version);
      return answer;
    }
    version = Number(answer.body.version);
  }
  throw new Error('the disk never ran full');
}

const GROWING = ['public.households', 'anju.journal', 'anju.stat_delta'];

async function tablesOnSmallDisk(): Promise<SmallDisk> {
  const folder = path.join(serverFolder(), 'small-disk');
  const disk = mountSmallDisk(folder, 16, fs.statSync(serverFolder()).uid);
  await asSuperuser(async (client) => {
    await client.query(`create tablespace small_disk location '${folder}'`);
    await client.query('grant create on tablespace small_disk to public');
  });
  for (const table of GROWING) await database.owner.query(`alter table ${table} set tablespace small_disk`);
  return disk;
}

async function removeTablespace(disk: SmallDisk): Promise<void> {
  disk.free();
  for (const table of GROWING) await database.owner.query(`alter table ${table} set tablespace pg_default`);
  await asSuperuser((client) => client.query('drop tablespace small_disk'));
  disk.unmount();
  fs.rmSync(disk.folder, { recursive: true, force: true });
}

async function asSuperuser(work: (client: Client) => Promise<unknown>): Promise<void> {
  const url = new URL(testServer(database.clone.database));
  url.username = 'postgres';
  url.password = fs.readFileSync(path.join(serverFolder(), 'secret'), 'utf8').trim();
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Where `npm test` keeps the database server of this run. */
function serverFolder(): string {
  const folder = process.env.ANJU_TEST_DATABASE_FOLDER;
  if (!folder) throw new Error('ANJU_TEST_DATABASE_FOLDER is not set: run the tests by `npm test -- <path>`');
  return folder;
}
