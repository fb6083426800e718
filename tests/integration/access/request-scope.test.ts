import { requestDb } from '@anju/kit';
import { startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, listAddress, OTHER_COUNTY, rowsOf, unrecognisedIds } from '../registry/register';

const POOL_SIZE = 3;

let app: TestApp;

beforeAll(async () => {
  process.env.ANJU_POOL_SIZE = String(POOL_SIZE);
  app = await startTestApp();
  await app.listen();
});

afterAll(async () => {
  delete process.env.ANJU_POOL_SIZE;
  await app.stop();
});

describe('a request’s one connection', () => {
  it('suffices: more simultaneous requests than connections are all answered', async () => {
    const clerk = await app.as('demo-clerk');
    const [id = 0] = await unrecognisedIds(app);
    const addresses = [
      '/api/access/me',
      listAddress({}),
      `/api/registry/households/${id}`,
      '/api/statistics/tables/T1',
    ];
    const answers = await Promise.all(
      Array.from({ length: POOL_SIZE + 1 }, () => addresses.map((address) => clerk.get(address))).flat(),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it('carries one user’s scope: 200 interleaved requests of four users never mix', async () => {
    const users = [
      ['demo-clerk', COUNTY],
      ['demo-other-clerk', OTHER_COUNTY],
      ['demo-township-clerk', '520425102'],
      ['demo-city', '5204'],
    ] as const;
    const callers = await Promise.all(
      users.map(async ([username, region]) => [await app.as(username), region] as const),
    );
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, turn) =>
        callers.map(async ([caller, region]) => {
          if (turn % 5 === 0) return { region, seen: [await whoAmI(caller.get('/api/access/me'))] };
          const rows = rowsOf(await caller.get(listAddress({}, { range: '[0,49]' })).expect(200));
          return { region, seen: rows.map(({ regionCode }) => regionCode) };
        }),
      ).flat(),
    );
    expect(answers).toHaveLength(200);
    const mixed = answers.filter(
      ({ region, seen }) => seen.length === 0 || seen.some((code) => !code.startsWith(region)),
    );
    expect(mixed).toEqual([]);
  });
});

async function whoAmI(asking: Promise<{ readonly body: unknown }>): Promise<string> {
  const { regionCode } = (await asking).body as { regionCode: string };
  return regionCode;
}

/** Strapi's authentication service, around which the access plugin puts the scope; the request below it is ours. */
interface AuthService {
  authenticate(ctx: object, next: () => Promise<void>): Promise<unknown>;
}

async function requestThrough(
  method: string,
  handler: string,
  work: (ctx: { status: number }) => Promise<void>,
): Promise<void> {
  const authorization = `Bearer ${await app.token('demo-clerk')}`;
  // Strapi itself is not asked who a token belongs to that was just used.
  await (await app.as('demo-clerk')).get('/api/access/me').expect(200);
  const state = { requestId: 'r-1', route: { handler, info: { pluginName: 'registry' }, config: {} } };
  const ctx = { method, status: 200, request: { header: { authorization } }, state, query: {}, params: {} };
  await app.strapi.get<AuthService>('auth').authenticate(ctx, () => work(ctx));
}

describe('a request’s transaction', () => {
  const remarkOf = async (id: number) => {
    const { rows } = await app.owner.query<{ remark: string | null }>('select remark from households where id = $1', [
      id,
    ]);
    return rows[0]?.remark;
  };
  const mark = (id: number, remark: string) => requestDb()('households').where({ id }).update({ remark });

  it('keeps what was written when the answer is 200', async () => {
    const [id = 0] = await unrecognisedIds(app);
    await requestThrough('PUT', 'household.correct', async () => {
      await mark(id, '已核对');
    });
    expect(await remarkOf(id)).toBe('已核对');
  });

  it('is undone when the handler answers 4xx without throwing', async () => {
    const [, id = 0] = await unrecognisedIds(app);
    const before = await remarkOf(id);
    await requestThrough('PUT', 'household.correct', async (ctx) => {
      await mark(id, '不该留下');
      ctx.status = 404;
    });
    expect(await remarkOf(id)).toBe(before);
  });

  it('is undone when the handler throws, and the error comes through', async () => {
    const [, id = 0] = await unrecognisedIds(app);
    const before = await remarkOf(id);
    const work = requestThrough('PUT', 'household.correct', async () => {
      await mark(id, '不该留下');
      throw new Error('boom');
    });
    await expect(work).rejects.toThrow('boom');
    expect(await remarkOf(id)).toBe(before);
  });

  it('cannot write behind a GET', async () => {
    const [, id = 0] = await unrecognisedIds(app);
    const work = requestThrough('GET', 'household.find', async () => {
      await mark(id, '不该留下');
    });
    await expect(work).rejects.toMatchObject({ code: '25006' });
  });

  it('is joined by Strapi’s own queries, which see the region and nothing else', async () => {
    let seen: unknown[] = [];
    let foreign = 0;
    await requestThrough('GET', 'household.find', async () => {
      seen = await app.strapi.db.query('api::household.household').findMany({ select: ['regionCode'] });
      foreign = await app.strapi.db
        .query('api::household.household')
        .count({ where: { regionCode: { $startsWith: OTHER_COUNTY } } });
    });
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.filter((row) => !String((row as { regionCode: string }).regionCode).startsWith(COUNTY))).toEqual([]);
    expect(foreign).toBe(0);
    expect(await app.strapi.db.query('api::household.household').count()).toBe(0);
  });
});
