import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../harness/app';
import { differences } from './counts-of-rows';

let app: TestApp;
let client: Client;

beforeAll(async () => {
  app = await startTestApp();
  client = new Client({ connectionString: app.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await app.stop();
});

describe('the serving role', () => {
  it.each([
    ['insert a cell', `insert into anju.stat_cell values (3, '5204', '520425', 'registry', 'N', 1, 0)`],
    ['change a cell', `update anju.stat_cell set n = n + 1`],
    ['delete cells', `delete from anju.stat_cell`],
    [
      'insert a delta',
      `insert into anju.stat_delta (region_code, source, metric, n) values ('520425', 'registry', 'N', 1)`,
    ],
    ['delete deltas', `delete from anju.stat_delta`],
    ['fold by the inner function', `select anju.fold_deltas(10)`],
    ['truncate households', `truncate households cascade`],
  ])('cannot %s', async (_what, sql) => {
    await expect(inRegion('52', () => client.query(sql))).rejects.toMatchObject({ code: '42501' });
  });

  it('sees no cell and no delta while no region is set', async () => {
    await app.owner.query(`update households set departure_reason = '其他' where not recognised`);
    const { rows } = await client.query(
      'select code from anju.stat_cell union all select region_code from anju.stat_delta',
    );
    expect(rows).toEqual([]);
  });

  it('sees the cells and deltas of its region and below, never those of the regions above or beside', async () => {
    const { rows } = await inRegion('520425', () =>
      client.query<{ code: string }>('select code from anju.stat_cell union select region_code from anju.stat_delta'),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ code }) => !code.startsWith('520425'))).toEqual([]);
  });

  it('compares the counts of its own region only', async () => {
    await app.owner.query(
      `update anju.stat_cell set n = n + 1 where code in ('520425', '520402') and source = 'registry' and metric = 'N'`,
    );
    const { rows } = await inRegion('520425', () =>
      client.query('select code, metric, stored - counted as more from anju.statistics_differences()'),
    );
    await app.owner.query('select anju.recount()');
    expect(rows).toEqual([{ code: '520425', metric: 'N', more: '1' }]);
  });
});

describe('the owner', () => {
  it.each(['households', 'safeguards'])('cannot truncate %s past the statistics', async (table) => {
    await expect(app.owner.query(`truncate ${table} cascade`)).rejects.toMatchObject({ code: '0A000' });
  });

  it('finds every difference by the comparison and none after a recount', async () => {
    await app.owner.query(`delete from anju.stat_cell where level = 5 and metric = 'N'`);
    const broken = await app.owner.query(
      `select 1 from anju.statistics_differences() where metric = 'N' and stored <> counted`,
    );
    await app.owner.query('select anju.recount()');
    const left = await app.owner.query('select * from anju.statistics_differences()');
    expect(broken.rowCount).toBeGreaterThan(0);
    expect(left.rows).toEqual([]);
    expect(await differences(app.owner)).toEqual([]);
  });

  it('recounts while a saver has not yet committed, and loses nothing of it', async () => {
    await enter('52');
    await client.query(`update households set source = 'offList' where source = 'registry' and not recognised`);
    await app.owner.query('select anju.recount()');
    await client.query('commit');
    expect(await differences(app.owner)).toEqual([]);
  });
});

describe('a statement without net effect', () => {
  it('writes no delta', async () => {
    const before = await lastDelta();
    await inRegion('52', () => client.query(`update households set remark = 'called'`));
    expect(await lastDelta()).toBe(before);
  });
});

async function lastDelta(): Promise<string> {
  const { rows } = await app.owner.query<{ last: string }>(
    `select coalesce(last_value, 0)::text as last from pg_sequences where schemaname = 'anju' and sequencename = 'stat_delta_id_seq'`,
  );
  return rows[0]?.last ?? '';
}

async function enter(code: string): Promise<void> {
  await client.query('begin');
  await client.query(`select set_config('anju.lo', $1, true), set_config('anju.hi', anju.region_end($1), true)`, [
    code,
  ]);
}

async function inRegion<T>(code: string, work: () => Promise<T>): Promise<T> {
  await enter(code);
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}
