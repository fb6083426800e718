import { until } from '../processes/embedded-server';
import { endPrograms } from '../processes/started-program';
import { type Household, statisticsDifferences, unrecognisedHouseholds } from './register';
import { serve, type ServedApp, type ServedDatabase, servedDatabase } from './served-app';

/** Two applications start at once. */
jest.setTimeout(180_000);

const SAVES = 60;

let database: ServedDatabase;
let one: ServedApp;
let other: ServedApp;
let households: readonly Household[];

beforeAll(async () => {
  database = await servedDatabase();
  [one, other] = await Promise.all([serve(database), serve(database)]);
  households = await unrecognisedHouseholds(database.owner, SAVES);
});

afterAll(async () => {
  await endPrograms();
  await database.remove();
});

test('a save through one process is read through the other at once, record and statistics', async () => {
  const token = await one.signIn('demo-clerk');
  const { id, version } = household(0);
  const before = await recognised(other, token);
  const saved = await one.ask('PUT', `/registry/households/${id}/safeguard`, token, recognition(version));
  expect(saved.status).toBe(200);
  const read = await other.ask('GET', `/registry/households/${id}`, token);
  expect(read.body).toMatchObject({ version: saved.body.version, recognised: true });
  await expect(recognised(other, token)).resolves.toBe(before + 1);
});

test('two processes that fold statistics count nothing twice', async () => {
  const token = await one.signIn('demo-clerk');
  const saves = households.slice(1).map(async ({ id, version }, index) => {
    const app = index % 2 === 0 ? one : other;
    return app.ask('PUT', `/registry/households/${id}/safeguard`, token, recognition(version));
  });
  expect(new Set((await Promise.all(saves)).map(({ status }) => status))).toEqual(new Set([200]));
  await expect(statisticsDifferences(database.owner)).resolves.toEqual([]);
  await until('the deltas are folded', async () => (await deltas()) === 0);
  await expect(statisticsDifferences(database.owner)).resolves.toEqual([]);
});

test('signing out through one process ends the sign-in in both', async () => {
  const token = await one.signIn('demo-clerk');
  await expect(statuses(token)).resolves.toEqual([200, 200]);
  expect((await one.ask('POST', '/auth/logout', token, {})).status).toBe(200);
  await expect(statuses(token)).resolves.toEqual([401, 401]);
});

test('a disabled account is refused by both at once, though both have just let it in', async () => {
  const token = await other.signIn('demo-township-clerk');
  await expect(statuses(token)).resolves.toEqual([200, 200]);
  await database.owner.query(`update up_users set blocked = true where username = 'demo-township-clerk'`);
  await expect(statuses(token)).resolves.toEqual([401, 401]);
});

function household(index: number): Household {
  const found = households[index];
  if (!found) throw new Error('the template has too few unrecognised households');
  return found;
}

async function statuses(token: string): Promise<readonly number[]> {
  const asked = [one, other].map((app) => app.ask('GET', '/access/me', token));
  return (await Promise.all(asked)).map(({ status }) => status);
}

/** How many households of the county are recognised, by the exact total of the list. */
async function recognised(app: ServedApp, token: string): Promise<number> {
  const query = new URLSearchParams({ filter: '{"recognised":true}', range: '[0,0]' });
  const answer = await fetch(`${app.address}/api/registry/households?${query.toString()}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  return Number(/\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1]);
}

async function deltas(): Promise<number> {
  const { rows } = await database.owner.query<{ n: string }>('select count(*) as n from anju.stat_delta');
  return Number(rows[0]?.n);
}

function recognition(version: number): object {
  return {
    version,
    kind: 'originalSafe',
    appraisalResult: 'gradeB',
    appraiser: '王工',
    appraisalDate: '2019-05-01',
    entryPerson: '罗文静',
    entryDate: '2020-06-01',
    townshipReviewer: '杨审核',
    countyReviewer: '王审核',
  };
}
