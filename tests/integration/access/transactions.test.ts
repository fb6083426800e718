import { inTransaction } from '@anju/kit';
import type { Knex } from 'knex';
import { startTestApp, type TestApp } from '../../harness/app';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await app.owner.query('create table light (id integer primary key, word text)');
  await app.owner.query('create table light_late (id integer references light (id) deferrable initially deferred)');
  await app.owner.query('grant select, insert, update, delete on light, light_late to anju_app');
});

afterAll(() => app.stop());

const transaction = <T>(work: (db: Knex.Transaction) => Promise<T>) => inTransaction(app.strapi, work);
const kept = async () => {
  const { rows } = await app.owner.query<{ id: number }>('select id from light order by id');
  return rows.map(({ id }) => id);
};
/** As many at once as the pool has connections, twice: one that was not given back would be missed. */
const allConnectionsServe = async () => {
  for (let turn = 0; turn < 2; turn += 1)
    await Promise.all(Array.from({ length: 20 }, () => transaction((db) => db.raw('select 1'))));
};

describe('a light transaction', () => {
  it('builds, asks and writes as knex does, and is one to knex and to Strapi', async () => {
    const seen = await transaction(async (db) => {
      await db('light').insert({ id: 1, word: '甲' });
      await db.insert({ id: 2, word: '乙' }).into('light');
      const rows = await db('light').select('word').orderBy('id');
      const raw = await db.raw<{ rows: unknown[] }>('select count(*)::int as count from light where id < ?', [3]);
      const region = (await app.strapi.db.query('api::region.region').findOne({ where: { code: '52' } })) as unknown;
      return {
        rows,
        counted: raw.rows,
        isTransaction: db.isTransaction,
        within: app.strapi.db.inTransaction(),
        region,
      };
    });
    expect(seen).toMatchObject({
      rows: [{ word: '甲' }, { word: '乙' }],
      counted: [{ count: 2 }],
      isTransaction: true,
      within: true,
      region: { code: '52' },
    });
    expect(await kept()).toEqual([1, 2]);
  });

  it('is undone by what its work throws, with all that Strapi wrote in it', async () => {
    const work = transaction(async (db) => {
      await db('light').insert({ id: 3 });
      await app.strapi.db.query('api::region.region').update({ where: { code: '52' }, data: { name: '别名' } });
      throw new Error('boom');
    });
    await expect(work).rejects.toThrow('boom');
    expect(await kept()).toEqual([1, 2]);
    const { rows } = await app.owner.query(`select 1 from regions where code = '52' and name = '别名'`);
    expect(rows).toEqual([]);
    await allConnectionsServe();
  });

  it('takes a part of itself back by a savepoint', async () => {
    await transaction(async (db) => {
      await db('light').insert({ id: 4 });
      const part = db.transaction(async (inner) => {
        await inner('light').insert({ id: 5 });
        throw new Error('part');
      });
      await expect(part).rejects.toThrow('part');
      await db('light').insert({ id: 6 });
    });
    expect(await kept()).toEqual([1, 2, 4, 6]);
  });

  it('lets one savepoint end before the next begins, and none outlive it', async () => {
    const rows = (from: number) => Array.from({ length: 3 }, (_, index) => ({ id: from + index }));
    await transaction(async (db) => {
      await Promise.all([db.batchInsert('light', rows(20), 1), db.batchInsert('light', rows(30), 1)]);
    });
    expect(await kept()).toEqual([1, 2, 4, 6, 20, 21, 22, 30, 31, 32]);
    const inner = await transaction((db) => db.transaction().then((savepoint) => ({ savepoint })));
    await expect(inner.savepoint.raw('select 1')).rejects.toThrow('already complete');
    await app.owner.query('delete from light where id >= 20');
    await allConnectionsServe();
  });

  it('takes no statement when it is over', async () => {
    const { db } = await transaction((over) => Promise.resolve({ db: over }));
    await expect(db.raw('select 1')).rejects.toThrow('already complete');
    await expect(db('light').insert({ id: 7 })).rejects.toThrow('already complete');
    expect(db.isCompleted()).toBe(true);
    await allConnectionsServe();
  });

  it('fails with what refused its COMMIT, and leaves nothing', async () => {
    const work = transaction(async (db) => {
      await db('light').insert({ id: 8 });
      await db('light_late').insert({ id: 99 });
    });
    await expect(work).rejects.toMatchObject({ code: '23503' });
    expect(await kept()).toEqual([1, 2, 4, 6]);
    await allConnectionsServe();
  });

  it('gives its connection back when that dies under it', async () => {
    const work = transaction((db) => db.raw('select pg_terminate_backend(pg_backend_pid())'));
    await expect(work).rejects.toThrow(/terminating|terminated/);
    await allConnectionsServe();
  });

  it('leaves knex’s own where a container is given', async () => {
    await app.strapi.db.connection.transaction(async (db) => {
      await db('light').insert({ id: 9 });
    });
    expect(await kept()).toContain(9);
  });
});
