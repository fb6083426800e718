import { Client } from 'pg';
import { startTestDatabase, type TestDatabase } from '../../harness/database';
import { differences } from './counts-of-rows';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await startTestDatabase();
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.stop();
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
    await database.owner.query(`update households set departure_reason = '其他' where not recognised`);
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
    await database.owner.query(
      `update anju.stat_cell set n = n + 1 where code in ('520425', '520402') and source = 'registry' and metric = 'N'`,
    );
    const { rows } = await inRegion('520425', () =>
      client.query('select code, metric, stored - counted as more from anju.statistics_differences()'),
    );
    await database.owner.query('select anju.recount()');
    expect(rows).toEqual([{ code: '520425', metric: 'N', more: '1' }]);
  });
});

describe('the owner', () => {
  it.each(['households', 'safeguards'])('cannot truncate %s past the statistics', async (table) => {
    await expect(database.owner.query(`truncate ${table} cascade`)).rejects.toMatchObject({ code: '0A000' });
  });

  it('finds every difference by the comparison and none after a recount', async () => {
    await database.owner.query(`delete from anju.stat_cell where level = 5 and metric = 'N'`);
    const broken = await database.owner.query(
      `select 1 from anju.statistics_differences() where metric = 'N' and stored <> counted`,
    );
    await database.owner.query('select anju.recount()');
    const left = await database.owner.query('select * from anju.statistics_differences()');
    expect(broken.rowCount).toBeGreaterThan(0);
    expect(left.rows).toEqual([]);
    expect(await differences(database.owner)).toEqual([]);
  });

  it('recounts while a saver has not yet committed, and loses nothing of it', async () => {
    await enter('52');
    await client.query(`update households set source = 'offList' where source = 'registry' and not recognised`);
    await database.owner.query('select anju.recount()');
    await client.query('commit');
    expect(await differences(database.owner)).toEqual([]);
  });
});

describe('savers of one village', () => {
  it('do not wait for one another, nor for the folding of what they saved', async () => {
    const { rows } = await database.owner.query<{ region_code: string; ids: number[] }>(
      `select region_code, array_agg(id order by id) as ids from households where starts_with(region_code, '520425') group by 1
       having count(*) > 1 limit 1`,
    );
    const [one, other] = rows[0]?.ids ?? [];
    const folding = new Client({ connectionString: database.ownerUrl });
    await folding.connect();
    await folding.query('begin; select anju.compact_statistics(10000)');
    await enter('520425');
    await client.query(`update households set departure_reason = '自然死亡' where id = $1`, [one]);
    await database.owner.query(`set lock_timeout = '500ms'`);
    await database.owner.query(`update households set departure_reason = '自然死亡' where id = $1`, [other]);
    await database.owner.query(`reset lock_timeout`);
    await client.query('commit');
    await folding.query('rollback');
    await folding.end();
    expect(await differences(database.owner)).toEqual([]);
  });
});

describe('a folding that dies', () => {
  it('has changed nothing that a reader sees, and the next one goes on', async () => {
    const dying = new Client({ connectionString: database.ownerUrl });
    dying.on('error', () => undefined);
    await dying.connect();
    // Held from before the change, so that the application does not fold it first.
    await dying.query('begin; select pg_advisory_xact_lock(anju.statistics_lock())');
    await database.owner.query(
      `update households set source = case source when 'registry' then 'offList' else 'registry' end`,
    );
    const { rows } = await dying.query<{ folded: string; pid: number }>(
      'select anju.compact_statistics(10000) as folded, pg_backend_pid() as pid',
    );
    expect(Number(rows[0]?.folded)).toBeGreaterThan(0);
    expect(await differences(database.owner)).toEqual([]);
    await database.owner.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
    expect(await differences(database.owner)).toEqual([]);
    await database.owner.query('select anju.compact_statistics(10000)');
    expect(await differences(database.owner)).toEqual([]);
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
  const { rows } = await database.owner.query<{ last: string }>(
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
