import { endPrograms } from '../processes/started-program';
import { evidenceKeys } from './evidence-files';
import { type Household, noisePhoto, statisticsDifferences, unrecognisedHouseholds } from './register';
import { type Answered, serve, type ServedApp, type ServedDatabase, servedDatabase, uploadForm } from './served-app';

/** Every crowd is also asked one by one. */
jest.setTimeout(180_000);

const POOL = 5;
/** The slowest of a crowd may take so many times as long as all of it one after the other: the machine has other work, too. */
const LEEWAY = 8;

let database: ServedDatabase;
let app: ServedApp;
let token: string;
let households: readonly Household[];
let photo: Buffer;

beforeAll(async () => {
  database = await servedDatabase();
  app = await serve(database, { ANJU_POOL_SIZE: String(POOL) });
  token = await app.signIn('demo-clerk');
  households = await unrecognisedHouseholds(database.owner, 3 * POOL);
  photo = await noisePhoto();
});

afterAll(async () => {
  await endPrograms();
  await database.remove();
});

describe.each([POOL + 1, 3 * POOL])(`%i requests at once on a pool of ${POOL}`, (count) => {
  test('sign-ins are all answered', async () => {
    expect(await answers(count, () => app.ask('POST', '/auth/local', undefined, credentials()))).toEqual([200]);
  });

  test('first requests of as many sign-ins are all answered', async () => {
    const tokens = await Promise.all(Array.from({ length: count }, () => app.signIn('demo-clerk')));
    expect(await answers(count, (index) => app.ask('GET', '/access/me', tokens[index]))).toEqual([200]);
  });

  test('lists, records, statistics and lookups are all answered', async () => {
    const doors: readonly ((id: number) => Promise<Answered>)[] = [
      () => app.ask('GET', '/registry/households?range=%5B0%2C24%5D', token),
      (id) => app.ask('GET', `/registry/households/${id}`, token),
      () => app.ask('GET', '/statistics/tables/T1?region=520425', token),
      () => app.ask('POST', '/registry/households/lookup', token, { idNumbers: ['690425199001010011'] }),
    ];
    const asked = await answers(count * doors.length, (index) => {
      const door = doors[index % doors.length] ?? doors[0];
      return door ? door(households[index % households.length]?.id ?? 0) : Promise.reject(new Error('no door'));
    });
    expect(asked).toEqual([200]);
  });

  test('saves of one household are all answered: one is done, the others are told that it changed', async () => {
    const { id } = households[0] ?? { id: 0 };
    const { body } = await app.ask('GET', `/registry/households/${id}`, token);
    const results = await crowd(count, (index) =>
      app.ask('PUT', `/registry/households/${id}`, token, { version: body.version, remark: `第 ${index} 个` }),
    );
    expect(results.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(results.filter(({ status }) => status === 409)).toHaveLength(count - 1);
  });

  test('photos of different households are all stored', async () => {
    const upload = (index: number): Promise<Answered> =>
      app.ask('POST', '/registry/evidence', token, uploadForm(households[index]?.id ?? 0, photo));
    expect(await answers(count, upload)).toEqual([200]);
    const { files, rows } = await evidenceKeys(database);
    expect(files).toEqual(rows);
    await expect(statisticsDifferences(database.owner)).resolves.toEqual([]);
  });
});

type Ask = (index: number) => Promise<Answered>;

/** The answers to so many requests sent at once, none of which waited for the others' end in vain. */
async function crowd(count: number, ask: Ask): Promise<readonly Answered[]> {
  const all = await Promise.all(Array.from({ length: count }, (_, index) => ask(index)));
  const alone = [await ask(0), await ask(0), await ask(0)];
  expect(slowest(all)).toBeLessThan(LEEWAY * count * slowest(alone));
  return all;
}

function slowest(answered: readonly Answered[]): number {
  return Math.max(...answered.map(({ ms }) => ms));
}

/** The statuses of so many requests sent at once. */
async function answers(count: number, ask: Ask): Promise<readonly number[]> {
  const all = await crowd(count, ask);
  return [...new Set(all.map(({ status }) => status))];
}

function credentials(): object {
  return { identifier: 'demo-clerk', password: 'Anju-demo-2020' };
}
