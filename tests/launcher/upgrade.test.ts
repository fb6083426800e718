import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ask } from './database-content';
import { newFolder, removeFolders } from '../processes/embedded-server';
import { freePort } from '../processes/free-port';
import { succeeds } from './npm-command';
import { endPrograms, ROOT, startCommand } from '../processes/started-program';

/** The first version’s backup is restored and prepared anew. */
jest.setTimeout(300_000);

/** The backup that version 0.1.0 made of a register with 24 households, see make-backup.mjs. */
const FIRST_VERSION = path.join(ROOT, 'tests/fixtures/backup-0.1.0');
const COUNTY = '520425';
const OTHER_COUNTY = '520402';

interface Row {
  readonly id: number;
  readonly regionCode: string;
}

const dataFolder = newFolder();
let address: string;

beforeAll(async () => {
  await succeeds(['restore', FIRST_VERSION], dataFolder);
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  await startCommand('npm', ['start'], { ANJU_DATA_DIR: dataFolder, PORT: String(port) }).line(/密码均为/);
});

afterAll(async () => {
  await endPrograms();
  removeFolders();
});

test('every row of the first version’s people is there', async () => {
  // Our own manifest.
  const manifest = JSON.parse(fs.readFileSync(path.join(FIRST_VERSION, 'manifest.json'), 'utf8')) as {
    database: { tables: readonly { name: string; rows: number }[] };
  };
  for (const table of ['households', 'members', 'safeguards', 'evidences', 'renovations', 'up_users']) {
    const rows = manifest.database.tables.find(({ name }) => name === table)?.rows ?? 0;
    expect(rows).toBeGreaterThan(0);
    await expect(ask(dataFolder, `select count(*)::int as rows from ${table}`)).resolves.toEqual([{ rows }]);
  }
});

test('accounts sign in with their passwords and see their own region only', async () => {
  const all = await ask(dataFolder, 'select id, region_code from households order by id');
  for (const [user, county] of [
    ['demo-clerk', COUNTY],
    ['demo-other-clerk', OTHER_COUNTY],
  ] as const) {
    const token = await tokenOf(user);
    const own = all.filter(({ region_code: code }) => String(code).startsWith(county));
    const seen = (await get(token, '/api/registry/households?range=[0,99]')) as readonly Row[];
    expect(own.length).toBeGreaterThan(0);
    expect(seen.map(({ id }) => id).sort(byNumber)).toEqual(own.map(({ id }) => Number(id)).sort(byNumber));
    const foreign = all.find(({ region_code: code }) => !String(code).startsWith(county));
    await expect(statusOf(token, `/api/registry/households/${Number(foreign?.id)}`)).resolves.toBe(404);
  }
});

test('people’s tables are bound by row level security, for the serving role that owns nothing', async () => {
  const bound = await ask(
    dataFolder,
    `select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace
       and exists (select from pg_policy where polrelid = pg_class.oid and polroles = array['anju_app'::regrole::oid])
       and relowner <> 'anju_app'::regrole order by 1`,
  );
  const tables = ['evidences', 'households', 'members', 'relocation_entries', 'renovations', 'safeguards'];
  expect(bound.map(({ relname }) => relname)).toEqual(expect.arrayContaining(tables));
});

test('statistics equal a recount', async () => {
  const token = await tokenOf('demo-county');
  const table = (await get(token, `/api/statistics/tables/T2?region=${COUNTY}`)) as { total: Record<string, number> };
  const [counted] = await ask(
    dataFolder,
    `select (select count(*)::int from households where region_code like '${COUNTY}%') as households,
            (select count(*)::int from anju.statistics_differences()) as differences`,
  );
  expect(counted).toEqual({ households: table.total['N'], differences: 0 });
});

test('a photo is served as it was stored', async () => {
  const [photo] = await ask(
    dataFolder,
    `select id, content_hash from evidences where region_code like '${COUNTY}%' order by id limit 1`,
  );
  const token = await tokenOf('demo-clerk');
  const answer = await fetch(`${address}/api/registry/evidence/${Number(photo?.id)}/file`, bearer(token));
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(photo?.content_hash);
});

test('new rows get ids after the old ones', async () => {
  const [row] = await ask(
    dataFolder,
    `select nextval('households_id_seq') > (select max(id) from households) as household,
            nextval('evidences_id_seq') > (select max(id) from evidences) as evidence,
            nextval('anju.journal_id_seq') > (select max(id) from anju.journal) as journal`,
  );
  expect(row).toEqual({ household: true, evidence: true, journal: true });
});

function byNumber(a: number, b: number): number {
  return a - b;
}

async function tokenOf(identifier: string): Promise<string> {
  const answer = await fetch(`${address}/api/auth/local`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ identifier, password: 'Anju-demo-2020' }),
  });
  expect(answer.status).toBe(200);
  // The door's answer, whose shape other tests hold.
  return ((await answer.json()) as { jwt: string }).jwt;
}

async function get(token: string, place: string): Promise<unknown> {
  const answer = await fetch(address + place, bearer(token));
  expect(answer.status).toBe(200);
  return answer.json();
}

async function statusOf(token: string, place: string): Promise<number> {
  return (await fetch(address + place, bearer(token))).status;
}

function bearer(token: string): RequestInit {
  return { headers: { Authorization: `Bearer ${token}` } };
}
