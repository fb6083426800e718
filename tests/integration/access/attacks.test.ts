import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, listAddress, OTHER_COUNTY, rowsOf, storedState, unrecognisedIds } from '../registry/register';
import { FORBIDDEN_STATEMENTS } from './forbidden-statements';
import { PEOPLE } from './known-tables';
import { enteredAs, refusalOf, servingConnection } from './serving-connection';

const DENIED = '42501';
const FOREIGN_KEY = '23503';

let app: TestApp;
let clerk: Caller;
let own: number;
let foreign: number;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  [own = 0] = await unrecognisedIds(app);
  [foreign = 0] = await unrecognisedIds(app, OTHER_COUNTY);
});

afterAll(() => app.stop());

async function ownerCount(table: string, regionCode: string): Promise<number> {
  const { rows } = await app.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table} where starts_with(region_code, $1)`,
    [regionCode],
  );
  return rows[0]?.count ?? 0;
}

describe('own SQL without a scope', () => {
  it.each([...PEOPLE, 'anju.stat_cell', 'anju.stat_day', 'anju.stat_delta', 'anju.journal'])(
    'sees no row of %s',
    async (table) => {
      const client = await servingConnection(app);
      try {
        const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`);
        expect(rows).toEqual([{ count: 0 }]);
      } finally {
        await client.end();
      }
    },
  );

  it('sees nothing on a connection whose last request has ended', async () => {
    const client = await servingConnection(app);
    try {
      await client.query(`begin; select set_config('anju.lo', '', true), set_config('anju.hi', 'a', true); commit`);
      const { rows } = await client.query<{ count: number }>('select count(*)::int as count from households');
      expect(rows).toEqual([{ count: 0 }]);
    } finally {
      await client.end();
    }
  });
});

describe('own SQL inside a clerk’s scope', () => {
  it.each(PEOPLE)('sees of %s exactly the rows of the county', async (table) => {
    const { rows } = await enteredAs(app, 'demo-clerk', (client) =>
      client.query<{ all: number; inside: number }>(
        `select count(*)::int as all, count(*) filter (where starts_with(region_code, $1))::int as inside from ${table}`,
        [COUNTY],
      ),
    );
    const expected = await ownerCount(table, COUNTY);
    expect(rows).toEqual([{ all: expected, inside: expected }]);
    expect(await ownerCount(table, OTHER_COUNTY)).toBeGreaterThan(0);
  });

  it.each(PEOPLE)('changes and deletes no foreign row of %s', async (table) => {
    const { rows } = await app.owner.query<{ id: number }>(
      `select id from ${table} where starts_with(region_code, $1) limit 1`,
      [OTHER_COUNTY],
    );
    await enteredAs(app, 'demo-clerk', async (client) => {
      const changed = await client.query(`update ${table} set region_code = region_code where id = $1`, [rows[0]?.id]);
      const deleted = await client.query(`delete from ${table} where id = $1`, [rows[0]?.id]);
      expect([changed.rowCount, deleted.rowCount]).toEqual([0, 0]);
    });
  });

  const elsewhere = `'520402001001'`;
  const here = `(select region_code from households where id = $1)`;
  const registryHousehold = `insert into households (region_code, source, member_count, recognised, version)`;
  const member = `insert into members (household_id, region_code, name, is_head)`;
  const evidence = `insert into evidences (household_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)`;
  const safeguard = `insert into safeguards (household_id, region_code, source, kind, entry_person, entry_date, review_state)`;

  it.each([
    [
      'a household made in another county',
      DENIED,
      `${registryHousehold} values (${elsewhere}, 'registry', 1, false, 1)`,
      [],
    ],
    ['an own household moved out', DENIED, `update households set region_code = ${elsewhere} where id = $1`, ['own']],
    ['an own household moved to the nation', DENIED, `update households set region_code = '' where id = $1`, ['own']],
    ['a person added to a foreign household', DENIED, `${member} values ($1, ${elsewhere}, '某', false)`, ['foreign']],
    [
      'a person of the own county in a foreign household',
      FOREIGN_KEY,
      `${member} values ($2, ${here}, '某', false)`,
      ['own', 'foreign'],
    ],
    [
      'evidence of the own county for a foreign household',
      FOREIGN_KEY,
      `${evidence} values ($2, ${here}, 'x', 'x', 'x', 1, 'x', 'x')`,
      ['own', 'foreign'],
    ],
    [
      'a safeguard of the own county for a foreign household',
      FOREIGN_KEY,
      `${safeguard} values ($2, ${here}, 'registry', 'otherMeans', '某', '2020-06-01', 'entered')`,
      ['own', 'foreign'],
    ],
    [
      'own persons given to a foreign household',
      FOREIGN_KEY,
      `update members set household_id = $2, is_head = false where household_id = $1`,
      ['own', 'foreign'],
    ],
    [
      'a foreign archive linked',
      DENIED,
      `${safeguard.replace('review_state)', 'review_state, renovation_id)')} values ($1, ${here}, 'registry', 'renovation', '某', '2020-06-01', 'entered', $2)`,
      ['own', 'archive'],
    ],
  ] as const)('refuses %s', async (_name, sqlState, sql, subjects) => {
    const archive = await app.owner.query<{ id: number }>(
      `select id from renovations where starts_with(region_code, $1) limit 1`,
      [OTHER_COUNTY],
    );
    const ids = { own, foreign, archive: archive.rows[0]?.id };
    const values = subjects.map((subject) => ids[subject]);
    expect(await enteredAs(app, 'demo-clerk', (client) => refusalOf(client.query(sql, values)))).toBe(sqlState);
  });

  it.each(FORBIDDEN_STATEMENTS)('cannot %s', async (_name, sql) => {
    expect(await enteredAs(app, 'demo-clerk', (client) => refusalOf(client.query(sql)))).toBe(DENIED);
  });

  it('cannot pass a change off as a mere rise of a version, which is not counted', async () => {
    const counted = await enteredAs(app, 'demo-clerk', async (client) => {
      await client.query(`select set_config('anju.touching', 'on', true)`);
      await client.query(
        `update households set departure_reason = 'x' where id = (
           select id from households where not recognised and departure_reason is null limit 1)`,
      );
      const { rows } = await client.query<{ metric: string; n: number }>(
        `select metric, n::integer from anju.stat_delta where xmin = pg_current_xact_id()::xid`,
      );
      return rows;
    });
    expect(counted).toEqual([{ metric: 'departed', n: 1 }]);
  });

  it('journals acts for the own region only', async () => {
    const write = (regionCode: string) =>
      enteredAs(app, 'demo-clerk', (client) =>
        refusalOf(client.query(`select anju.write_journal('open', 'households', 1, $1)`, [regionCode])),
      );
    expect([await write('520425001001'), await write('520402001001')]).toEqual([undefined, DENIED]);
  });

  it('cannot write in a request that only reads, nor make it one that writes', async () => {
    const attempt = (sql: string) => enteredAs(app, 'demo-clerk', (client) => refusalOf(client.query(sql)), 'readOnly');
    expect(await attempt(`update households set remark = 'x'`)).toBe('25006');
    expect(await attempt('set transaction read write')).toBe('25001');
  });
});

describe('accounts without a place in the register', () => {
  it.each(['demo-township-unset', 'demo-configurator', 'demo-security', 'demo-auditor', 'demo-system'])(
    '%s sees no row',
    async (username) => {
      for (const table of PEOPLE) {
        const { rows } = await enteredAs(app, username, (client) =>
          client.query(`select count(*)::int as count from ${table}`),
        );
        expect([table, rows]).toEqual([table, [{ count: 0 }]]);
      }
    },
  );

  it('lists and counts nothing for a township clerk whose township is not filled in', async () => {
    const caller = await app.as('demo-township-unset');
    const answer = await caller.get(listAddress({ recognised: false })).expect(200);
    expect([answer.body, answer.headers['content-range']]).toEqual([[], 'households 0-0/0']);
  });
});

describe('a clerk’s list', () => {
  it('counts exactly the county', async () => {
    const answer = await clerk.get(listAddress({})).expect(200);
    expect(answer.headers['content-range']).toMatch(new RegExp(`/${await ownerCount('households', COUNTY)}$`));
  });

  it.each([
    ['another county', { regionCode: OTHER_COUNTY }],
    ['another province', { regionCode: '11' }],
  ])('answers 404 for %s', async (_name, filter) => {
    await clerk.get(listAddress(filter)).expect(404);
  });

  it.each([
    ['$or', { $or: [{ regionCode: OTHER_COUNTY }] }],
    ['an operator on the region', { regionCode: { $ne: '' } }],
    ['a relation', { members: { name: '罗' } }],
    ['SQL', { '1=1) or (1': 1 }],
    ['an id', { id: 1 }],
  ])('refuses %s as a filter', async (_name, filter) => {
    const answer = await clerk.get(listAddress(filter)).expect(400);
    expect(answer.body).toMatchObject({ code: 'badInput', message: expect.stringMatching(/[一-鿿]/) as string });
  });

  it.each([
    'populate=*',
    'fields=password',
    '_q=x',
    'sort=["phone","ASC"]',
    'filters[$or][0][id]=1',
    'pagination[limit]=-1',
  ])('refuses the parameter %s', async (parameter) => {
    await clerk.get(`/api/registry/households?${parameter}`).expect(400);
  });

  it('stays inside the county when it asks for a wider region', async () => {
    const rows = rowsOf(await clerk.get(listAddress({ regionCode: '52' }, { range: '[0,499]' })).expect(200));
    expect(rows.length).toBe(await ownerCount('households', COUNTY));
    expect(rows.filter(({ regionCode }) => !regionCode.startsWith(COUNTY))).toEqual([]);
  });

  it('finds no person of another county by number or by name', async () => {
    const { rows } = await app.owner.query<{ id_number: string; name: string }>(
      `select registry_id_number as id_number, name from members
       where household_id = $1 and is_head and registry_id_number is not null`,
      [foreign],
    );
    const [head] = rows;
    if (!head) throw new Error('The foreign household has no head with a number');
    expect(rowsOf(await clerk.get(listAddress({ idNumber: head.id_number })).expect(200))).toEqual([]);
    const byName = rowsOf(await clerk.get(listAddress({ personName: head.name })).expect(200));
    expect(byName.filter(({ regionCode }) => !regionCode.startsWith(COUNTY))).toEqual([]);
    const looked = await clerk
      .post('/api/registry/households/lookup')
      .send({ idNumbers: [head.id_number] })
      .expect(200);
    expect(looked.body).toEqual({ found: [], offList: [], notFound: [head.id_number] });
  });
});

describe('a save through the doors', () => {
  it('cannot move an own household out of the county', async () => {
    const before = await storedState(app, own);
    const { version } = (await clerk.get(`/api/registry/households/${own}`).expect(200)).body as { version: number };
    const answer = await clerk.put(`/api/registry/households/${own}`).send({ version, regionCode: '520402001001' });
    expect([403, 404, 422]).toContain(answer.status);
    expect(await storedState(app, own)).toEqual(before);
  });

  it('cannot correct a person of a foreign household through an own one', async () => {
    const { rows } = await app.owner.query<{ id: number }>('select id from members where household_id = $1 limit 1', [
      foreign,
    ]);
    const before = await storedState(app, foreign);
    const { version } = (await clerk.get(`/api/registry/households/${own}`).expect(200)).body as { version: number };
    const members = [{ id: rows[0]?.id, correctedIdNumber: '690425199001011234' }];
    const answer = await clerk.put(`/api/registry/households/${own}`).send({ version, members });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await storedState(app, foreign)).toEqual(before);
  });
});
