import type { IncomingMessage, ServerResponse } from 'node:http';
import { inTransaction, requestDb } from '@anju/kit';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
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
    const served = watchServing(users.length);
    // Each user asks from five windows, in each one thing after the other: all at once would only wait for the pool.
    const windows = callers.flatMap((caller) => Array.from({ length: 5 }, (_, window) => [...caller, window] as const));
    const answers = (
      await Promise.all(
        windows.map(async ([caller, region, window]) => {
          const answered: { region: string; seen: readonly string[] }[] = [];
          for (let turn = 0; turn < 10; turn += 1)
            answered.push({
              region,
              seen: await ((turn + window) % 5 === 0 ? ownRegion(caller) : listedRegions(caller)),
            });
          return answered;
        }),
      )
    ).flat();
    expect(answers).toHaveLength(200);
    const { together, transactions } = served();
    expect(together).toBeGreaterThan(answers.length / 2);
    expect(transactions).toBe(POOL_SIZE);
    const mixed = answers.filter(
      ({ region, seen }) => seen.length === 0 || seen.some((code) => !code.startsWith(region)),
    );
    expect(mixed).toEqual([]);
  });
});

/** The pool of Strapi's database, of which knex declares nothing. */
interface Pool {
  numUsed(): number;
  on(event: 'acquireSuccess', heard: () => void): void;
  removeListener(event: 'acquireSuccess', heard: () => void): void;
}

/**
 * Watches what is served at once from now on. Answers how many requests came while so many people were being served,
 * and the most transactions that there were at one moment.
 */
function watchServing(people: number): () => { readonly together: number; readonly transactions: number } {
  const { httpServer } = app.strapi.server;
  const { pool } = app.strapi.db.connection.client as { readonly pool: Pool };
  const serving = new Map<IncomingMessage, string | undefined>();
  let together = 0;
  let transactions = 0;
  const comes = (request: IncomingMessage, response: ServerResponse) => {
    serving.set(request, request.headers.authorization);
    if (new Set(serving.values()).size === people) together += 1;
    response.once('close', () => serving.delete(request));
  };
  const begins = () => {
    transactions = Math.max(transactions, pool.numUsed());
  };
  httpServer.on('request', comes);
  pool.on('acquireSuccess', begins);
  return () => {
    httpServer.off('request', comes);
    pool.removeListener('acquireSuccess', begins);
    return { together, transactions };
  };
}

async function listedRegions(caller: Caller): Promise<readonly string[]> {
  const rows = rowsOf(await caller.get(listAddress({}, { range: '[0,49]' })).expect(200));
  return rows.map(({ regionCode }) => regionCode);
}

async function ownRegion(caller: Caller): Promise<readonly string[]> {
  const answer = await caller.get('/api/access/me').expect(200);
  // The door's answer, whose shape other tests hold.
  return [(answer.body as { regionCode: string }).regionCode];
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

describe('a transaction of the application’s own', () => {
  it('whose connection dies before the COMMIT is refused, not acknowledged', async () => {
    const saved = inTransaction(app.strapi, async (db) => {
      const { rows } = await db.raw<{ rows: { pid: number }[] }>('select pg_backend_pid() as pid');
      await app.strapi.db.connection.raw('select pg_terminate_backend(?, 10000)', [rows[0]?.pid ?? 0]);
      return 'saved';
    });
    await expect(saved).rejects.toMatchObject({ status: 503, code: 'outcomeUnknown' });
  });

  it('answers what its work answers', async () => {
    await expect(inTransaction(app.strapi, () => Promise.resolve('saved'))).resolves.toBe('saved');
  });

  it('whose first statement is refused before it is sent leaves its connection to others', async () => {
    await expect(inTransaction(app.strapi, async (db) => void (await db.raw('')))).rejects.toThrow(
      'The query is empty',
    );
    const next = inTransaction(app.strapi, (db) => db.raw<{ rows: unknown[] }>('select 1 as one'));
    await expect(next).resolves.toMatchObject({ rows: [{ one: 1 }] });
  });

  it('is refused inside another', async () => {
    const nested = inTransaction(app.strapi, () => inTransaction(app.strapi, () => Promise.resolve('saved')));
    await expect(nested).rejects.toThrow('must not run inside a transaction');
  });
});
