import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { DEMO_PASSWORD, startTestApp, type TestApp } from '../../harness/app';
import { until } from '../../processes/embedded-server';

const SERVER = path.join(__dirname, '..', '..', '..', 'cms', 'dist', 'src');

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
const installations: string[] = [];

afterAll(async () => {
  await app.stop();
  for (const folder of installations) rmSync(folder, { recursive: true, force: true });
});

/** Prepares the file's database as a new version would, in a process of its own. */
function prepareAnew(): Promise<string> {
  const script = `
    require(${JSON.stringify(path.join(SERVER, 'secrets.js'))}).loadSecrets();
    require(${JSON.stringify(path.join(SERVER, 'prepare.js'))}).prepare(process.env.DATABASE_URL)
      .then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });`;
  const preparing = spawn(process.execPath, ['-e', script], {
    env: { ...process.env, DATABASE_URL: app.ownerUrl, ANJU_DATA_DIR: app.dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  preparing.stderr.setEncoding('utf8').on('data', (part: string) => (complaint += part));
  return new Promise((resolve) => preparing.on('close', (code) => resolve(code === 0 ? 'prepared' : complaint)));
}

/** What our own SQL has put beside Strapi's tables. */
async function ownObjects(): Promise<unknown> {
  const { rows } = await app.owner.query(`
    select (select json_agg(tgname || ' on ' || tgrelid::regclass order by tgrelid::regclass::text, tgname) from pg_trigger where not tgisinternal) as triggers,
           (select json_agg(policyname || ' on ' || tablename order by tablename, policyname) from pg_policies) as policies,
           (select json_agg(conname order by conname) from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'u')) as constraints,
           (select json_agg(indexname order by indexname) from pg_indexes where schemaname in ('public', 'anju')) as indexes,
           (select count(*) from households) as households`);
  return rows[0];
}

/** Takes an attribute of households away from the database and from what Strapi remembers of it. */
async function forgetAttribute(): Promise<void> {
  await app.owner.query('alter table households drop column poverty_cause');
  await app.owner.query(`
    update strapi_database_schema s set hash = 'an older version', schema = jsonb_set(s.schema::jsonb, '{tables}', (
      select jsonb_agg(case when t->>'name' <> 'households' then t else jsonb_set(t, '{columns}', (
        select jsonb_agg(c) from jsonb_array_elements(t->'columns') c where c->>'name' <> 'poverty_cause')) end)
      from jsonb_array_elements(s.schema::jsonb->'tables') t))`);
  await app.owner.query('delete from anju.prepared');
}

test('an attribute added to households by a later version arrives, with our own SQL and the data intact', async () => {
  const before = await ownObjects();
  await app.owner.query('analyze households');
  await forgetAttribute();
  // A column that a trigger's condition names, as an earlier version had it.
  await app.owner.query('alter table warnings alter column steps drop not null');
  expect(await prepareAnew()).toBe('prepared');
  const { rows } = await app.owner.query(
    `select 1 from information_schema.columns where table_name = 'households' and column_name = 'poverty_cause'`,
  );
  expect(rows).toHaveLength(1);
  // PostgreSQL knows what is in it, as no change of rows would tell it.
  const { rows: known } = await app.owner.query(
    `select 1 from pg_stats where tablename = 'households' and attname = 'poverty_cause'`,
  );
  expect(known).toHaveLength(1);
  expect(await ownObjects()).toEqual(before);
});

test('it begins again when PostgreSQL ends it to break a deadlock, as with autovacuum', async () => {
  await app.owner.query('delete from anju.prepared');
  await app.owner.query('begin; lock table warnings in share update exclusive mode');
  const prepared = prepareAnew();
  await until('it waits for the warnings', async () => {
    const waiting = `select 1 from pg_locks where not granted and relation = 'warnings'::regclass`;
    return (await app.owner.query(waiting)).rows.length > 0;
  });
  // Earlier steps hold the households, so that each waits for the other; the one that waits longer is ended.
  await app.owner.query('lock table households in share mode');
  await app.owner.query('commit');
  expect(await prepared).toBe('prepared');
});

test('a database that is up to date is left alone', async () => {
  const entries = async () => (await app.owner.query('select count(*) from anju.prepared')).rows[0] as unknown;
  expect(await prepareAnew()).toBe('prepared');
  const once = await entries();
  expect(await prepareAnew()).toBe('prepared');
  expect(await entries()).toEqual(once);
});

const ROOT = path.join(__dirname, '..', '..', '..');
const SCHEMA = path.join('cms', 'dist', 'src', 'api', 'household', 'content-types', 'household', 'schema.json');
/** What somebody adds in the Content-Type Builder, with a label written by hand. */
const ADDED = {
  roofMaterial: { type: 'enumeration', enum: ['A 瓦', 'B 混凝土'], pluginOptions: { anju: { label: '屋面材料' } } },
  roomCount: { type: 'integer', min: 1, max: 50, required: true },
  nearRiver: { type: 'boolean' },
  leader: { type: 'string', maxLength: 5 },
  plan: { type: 'json' },
};

/** The installation with attributes added to the household's schema; everything else of it is the same. */
function withAddedAttributes(): string {
  mkdirSync(path.join(ROOT, '.cache'), { recursive: true });
  const copy = mkdtempSync(path.join(ROOT, '.cache', 'added-'));
  installations.push(copy);
  for (const part of ['dist', 'package.json', 'public'])
    cpSync(path.join(ROOT, 'cms', part), path.join(copy, 'cms', part), { recursive: true });
  for (const part of ['plugins', 'config', 'admin', 'docs']) symlinkSync(path.join(ROOT, part), path.join(copy, part));
  const schema = JSON.parse(readFileSync(path.join(copy, SCHEMA), 'utf8')) as { attributes: object };
  writeFileSync(path.join(copy, SCHEMA), JSON.stringify({ ...schema, attributes: { ...schema.attributes, ...ADDED } }));
  return copy;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function serve(installation: string): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const port = await freePort();
  const server = spawn(process.execPath, [path.join(installation, 'cms', 'dist', 'src', 'server.js')], {
    env: {
      ...process.env,
      DATABASE_URL: app.ownerUrl,
      ANJU_DATA_DIR: app.dataDir,
      ANJU_DEMO: 'none',
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries += 1) {
    if (server.exitCode !== null) throw new Error('The application did not start');
    if ((await fetch(`${url}/_health`).catch(() => undefined))?.status === 204) return { server, url };
    await pause(200);
  }
  throw new Error('The application is not ready');
}

test('attributes that somebody adds to the household appear as 其他字段 of record and form, without code', async () => {
  const before = await ownObjects();
  const installation = withAddedAttributes();
  const { server, url } = await serve(installation);
  try {
    expect(await ownObjects()).toEqual(before);
    const send = async (method: string, address: string, body?: object, token = '') => {
      const answer = await fetch(`${url}/api${address}`, {
        method,
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: body === undefined ? null : JSON.stringify(body),
      });
      return { status: answer.status, body: await answer.json() };
    };
    const signedIn = await send('POST', '/auth/local', { identifier: 'demo-clerk', password: DEMO_PASSWORD });
    const { jwt } = signedIn.body as { jwt: string };
    const { rows } = await app.owner.query<{ id: number }>(
      `select id from households where region_code like '520425%' order by id limit 1`,
    );
    const address = `/registry/households/${rows[0]?.id}`;
    const opened = (await send('GET', address, undefined, jwt)).body as HouseholdRecord;
    expect(opened.extras).toEqual([
      expect.objectContaining({
        name: 'roofMaterial',
        label: '屋面材料',
        type: 'choice',
        choices: ['A 瓦', 'B 混凝土'],
        value: null,
      }),
      expect.objectContaining({ name: 'roomCount', label: 'roomCount', type: 'integer', required: true }),
      expect.objectContaining({ name: 'nearRiver', type: 'yesNo' }),
      expect.objectContaining({ name: 'leader', type: 'text', longest: 5 }),
    ]);
    const save = (extras: object) => send('PUT', address, { version: opened.version, extras }, jwt);
    const wrong = await save({
      roofMaterial: '草',
      roomCount: null,
      nearRiver: '是',
      leader: '六个字的姓名',
      version: 9,
    });
    expect([wrong.status, wrong.body]).toEqual([
      422,
      expect.objectContaining({
        errors: {
          'extras.roofMaterial': '屋面材料不在可选范围内',
          'extras.roomCount': '请填写roomCount',
          'extras.nearRiver': 'nearRiver只能填是或否',
          'extras.leader': 'leader不能超过 5 个字',
          'extras.version': '没有这个字段',
        },
      }),
    ]);
    const saved = await save({ roofMaterial: 'A 瓦', roomCount: 3, nearRiver: false, leader: '韦某' });
    expect(saved.status).toBe(200);
    const record = saved.body as HouseholdRecord;
    expect(record.extras.map(({ value }) => value)).toEqual(['A 瓦', 3, false, '韦某']);
    expect(record.version).toBeGreaterThan(opened.version);
    const journalled = await app.owner.query(
      `select detail -> 'room_count' ->> 1 as rooms from anju.journal where subject_table = 'households' and subject_id = $1 order by id desc limit 1`,
      [rows[0]?.id],
    );
    expect(journalled.rows).toEqual([{ rooms: '3' }]);
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) => server.on('exit', resolve));
  }
});

test('the shipped household has no field beside the product’s own', async () => {
  const { rows } = await app.owner.query<{ id: number }>(
    `select id from households where region_code like '520425%' order by id limit 1`,
  );
  const answer = await (await app.as('demo-clerk')).get(`/api/registry/households/${rows[0]?.id}`).expect(200);
  expect((answer.body as HouseholdRecord).extras).toEqual([]);
});
