import { ask, askLast, inTransaction, sendWithNext } from '@anju/kit';
import type { Knex } from 'knex';
import { startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, listAddress, unrecognisedIds } from '../registry/register';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await app.owner.query('create table packet (id integer primary key, word text)');
  await app.owner.query('create table packet_late (id integer references packet (id) deferrable initially deferred)');
  await app.owner.query('grant select, insert, update, delete on packet, packet_late to anju_app');
});

afterAll(() => app.stop());

const address = (id: number) => `/api/registry/households/${id}`;
const transaction = <T>(work: (db: Knex.Transaction) => Promise<T>) => inTransaction(app.strapi, work);
const insert = (id: number, word: string) => ({ sql: 'insert into packet values ($1, $2)', values: [id, word] });
const wordOf = async (id: number) => {
  const { rows } = await app.owner.query<{ word: string }>('select word from packet where id = $1', [id]);
  return rows[0]?.word;
};
const readOf = (id: number) => ({ sql: 'select word from packet where id = $1', values: [id] });
const read = (db: Knex, id: number) =>
  db.raw<{ rows: { word: string }[] }>('select word from packet where id = ?', [id]);
/** As many transactions at once as the pool has connections, so that each of them is asked. */
const allConnectionsServe = async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => transaction((db) => db.raw('select 1 as one'))));
  expect(answers).toHaveLength(20);
};

describe('a held statement', () => {
  it('runs before the next one, which sees what it wrote', async () => {
    const seen = await transaction(async (db) => {
      const { checked } = await sendWithNext(db, insert(1, '甲'), ({ rowCount }: { rowCount: number }) => rowCount);
      const { rows } = await read(db, 1);
      return [await checked, rows[0]?.word];
    });
    expect(seen).toEqual([1, '甲']);
    expect(await wordOf(1)).toBe('甲');
  });

  it('is sent by itself when there is no next one', async () => {
    await transaction(async (db) => {
      const { checked, send } = await sendWithNext(db, insert(2, '乙'), () => 'written');
      send();
      send();
      expect(await checked).toBe('written');
    });
    expect(await wordOf(2)).toBe('乙');
  });

  it('that is refused takes the next one and the transaction with it, in its own words', async () => {
    const work = transaction(async (db) => {
      await db.raw('insert into packet values (?, ?)', [3, '丙']);
      await sendWithNext(db, insert(1, '再'), () => undefined, { refused: () => new Error('此号已有') });
      await read(db, 1);
    });
    await expect(work).rejects.toThrow('此号已有');
    expect([await wordOf(3), await wordOf(1)]).toEqual([undefined, '甲']);
    await allConnectionsServe();
  });

  it('whose check throws keeps the next one’s answer back', async () => {
    let answered = false;
    const work = transaction(async (db) => {
      await sendWithNext(db, insert(4, '丁'), () => {
        throw new Error('不对');
      });
      await read(db, 4);
      answered = true;
    });
    await expect(work).rejects.toThrow('不对');
    expect([answered, await wordOf(4)]).toEqual([false, undefined]);
  });

  it('before one that fails has been answered, and both are undone', async () => {
    const work = transaction(async (db) => {
      await sendWithNext(db, insert(5, '戊'), () => undefined);
      await db.raw('select word from packet where id / 0 = ?', [1]);
    });
    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(await wordOf(5)).toBeUndefined();
    await allConnectionsServe();
  });

  it('is dropped when the work fails before the next one', async () => {
    const work = transaction(async (db) => {
      await sendWithNext(db, insert(1, '再'), () => undefined);
      throw new Error('boom');
    });
    await expect(work).rejects.toThrow('boom');
    const later = transaction(async (db) => {
      await db.raw('select 1 as one');
      await sendWithNext(db, insert(11, '子'), () => undefined);
      throw new Error('boom');
    });
    await expect(later).rejects.toThrow('boom');
    expect(await wordOf(11)).toBeUndefined();
    await allConnectionsServe();
  });

  it('that goes with the COMMIT and is refused leaves nothing and no connection behind', async () => {
    const work = transaction(async (db) => {
      await db.raw('insert into packet values (?, ?)', [12, '丑']);
      await sendWithNext(db, insert(1, '再'), () => undefined);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await wordOf(12)).toBeUndefined();
    await allConnectionsServe();
  });

  it('with a value that cannot be written takes the whole packet with it', async () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const work = transaction(async (db) => {
      await sendWithNext(db, { sql: 'insert into packet values ($1, $2)', values: [13, circle] }, () => undefined);
      await askLast(db, insert(14, '寅'));
    });
    await expect(work).rejects.toThrow('circular');
    expect([await wordOf(13), await wordOf(14)]).toEqual([undefined, undefined]);
    await allConnectionsServe();
  });

  it('is taken in no transaction that is over', async () => {
    const over = await transaction((db) => Promise.resolve({ db }));
    await expect(sendWithNext(over.db, insert(15, '卯'), () => undefined)).rejects.toThrow(
      'a transaction that goes on',
    );
    await expect(ask(app.strapi.db.connection, insert(15, '卯'))).rejects.toThrow('goes on');
  });

  it('that PostgreSQL skipped is parsed when it comes again', async () => {
    const twice = async (id: number) => {
      for (let turn = 0; turn < 4; turn += 1) {
        const failing = transaction(async (db) => {
          await sendWithNext(db, insert(1, '再'), () => undefined);
          await db.raw('select word as skipped from packet where id = ?', [id]);
        });
        await expect(failing).rejects.toMatchObject({ code: '23505' });
      }
      return transaction((db) => db.raw<{ rows: unknown[] }>('select word as skipped from packet where id = ?', [id]));
    };
    expect((await Promise.all([twice(1), twice(2)])).map(({ rows }) => rows)).toEqual([
      [{ skipped: '甲' }],
      [{ skipped: '乙' }],
    ]);
  });
});

describe('a statement that passes knex by', () => {
  it('goes with what is held before it, and others may follow it', async () => {
    const seen = await transaction(async (db) => {
      await sendWithNext(db, insert(16, '辰'), () => undefined);
      const first = await ask<{ word: string }>(db, readOf(16));
      const { rows } = await read(db, 16);
      return [...first, ...rows];
    });
    expect(seen).toEqual([{ word: '辰' }, { word: '辰' }]);
  });

  it('is undone with its transaction', async () => {
    const work = transaction(async (db) => {
      await ask(db, insert(17, '巳'));
      throw new Error('boom');
    });
    await expect(work).rejects.toThrow('boom');
    expect(await wordOf(17)).toBeUndefined();
    await allConnectionsServe();
  });

  it('that fails is told of with its error, and the transaction rolls back', async () => {
    const work = transaction(async (db) => {
      await ask(db, insert(18, '午'));
      await ask(db, insert(1, '再'));
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await wordOf(18)).toBeUndefined();
    await allConnectionsServe();
  });
});

describe('the last statement of a transaction', () => {
  it('is answered when its COMMIT is, and nothing may be asked after it', async () => {
    const work = transaction(async (db) => {
      await sendWithNext(db, insert(6, '己'), () => undefined);
      const [row] = await askLast<{ word: string }>(db, readOf(6));
      expect([row?.word, await wordOf(6)]).toEqual(['己', '己']);
      await expect(ask(db, readOf(6))).rejects.toThrow('after the last one');
      await expect(sendWithNext(db, insert(19, '未'), () => undefined)).rejects.toThrow('after the last one');
      await read(db, 6);
    });
    await expect(work).rejects.toThrow('after the last one');
    await allConnectionsServe();
  });

  it('stands when work fails after it', async () => {
    const work = transaction(async (db) => {
      await askLast(db, insert(7, '庚'));
      throw new Error('boom');
    });
    await expect(work).rejects.toThrow('boom');
    expect(await wordOf(7)).toBe('庚');
    await allConnectionsServe();
  });

  it('fails when its COMMIT is refused', async () => {
    const work = transaction((db) => askLast(db, { sql: 'insert into packet_late values ($1)', values: [99] }));
    await expect(work).rejects.toMatchObject({ code: '23503' });
    const { rows } = await app.owner.query('select id from packet_late');
    expect(rows).toEqual([]);
    await allConnectionsServe();
  });

  it('commits nothing when a held one before it is refused', async () => {
    const work = transaction(async (db) => {
      await db.raw('insert into packet values (?, ?)', [8, '辛']);
      await sendWithNext(db, insert(1, '再'), () => undefined, { refused: () => new Error('此号已有') });
      await askLast(db, readOf(1));
    });
    await expect(work).rejects.toThrow('此号已有');
    expect(await wordOf(8)).toBeUndefined();
    await allConnectionsServe();
  });

  it('leaves it open what was saved when the connection dies under it', async () => {
    const work = transaction(async (db) => {
      await sendWithNext(db, insert(9, '壬'), () => undefined);
      await askLast(db, { sql: 'select pg_terminate_backend(pg_backend_pid())', values: [] });
    });
    await expect(work).rejects.toMatchObject({
      status: 503,
      code: 'outcomeUnknown',
      message: '保存时数据库连接中断，不能确定是否已保存，请刷新核对后再试',
    });
  });

  it('waits with the COMMIT where what is found decides about it', async () => {
    const work = transaction(async (db) => {
      const refuse = () => {
        throw new Error('不是本人');
      };
      await sendWithNext(db, insert(10, '癸'), refuse, { guards: true });
      await askLast(db, readOf(10));
    });
    await expect(work).rejects.toThrow('不是本人');
    expect(await wordOf(10)).toBeUndefined();
  });
});

describe('a known person’s request', () => {
  it('goes on in the new name at once, without signing in again', async () => {
    const clerk = await app.as('demo-clerk');
    const [id = 0] = await unrecognisedIds(app);
    await clerk.get(address(id)).expect(200);
    await app.owner.query(`update up_users set name = '改名' where username = 'demo-clerk'`);
    const answer = await clerk.get('/api/access/me').expect(200);
    expect(answer.body).toMatchObject({ name: '改名' });
    await clerk.get(address(id)).expect(200);
    await clerk.get('/api/access/me').expect(200);
  });

  it('sees nothing and writes nothing once the sign-in is over, though the token was known a moment ago', async () => {
    const clerk = await app.as('demo-clerk');
    const [id = 0] = await unrecognisedIds(app);
    const opened = await clerk.get(address(id)).expect(200);
    const { version } = opened.body as { readonly version: number };
    await app.owner.query(
      `delete from strapi_sessions where user_id = (select id::text from up_users where username = 'demo-clerk')`,
    );
    const refused = await clerk.put(address(id)).send({ version, remark: '不该留下' }).expect(401);
    expect(refused.body).toMatchObject({ code: 'notSignedIn', message: '登录已失效，请重新登录' });
    await clerk.get(address(id)).expect(401);
    await clerk.get(listAddress({})).expect(401);
    const { rows } = await app.owner.query<{ remark: string | null }>('select remark from households where id = $1', [
      id,
    ]);
    expect(rows[0]?.remark).not.toBe('不该留下');
  });

  it('loses a duty at once', async () => {
    const reviewer = await app.as('demo-county');
    await reviewer.get(listAddress({})).expect(200);
    await app.owner.query(`delete from anju.role_duty where duty = 'export' and role = (
      select r.type from up_roles r join up_users_role_lnk l on l.role_id = r.id join up_users u on u.id = l.user_id where u.username = 'demo-county')`);
    const me = await reviewer.get('/api/access/me').expect(200);
    expect((me.body as { readonly duties: readonly string[] }).duties).not.toContain('export');
    await reviewer.get(listAddress({ regionCode: COUNTY })).expect(200);
  });
});
