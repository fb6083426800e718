import { startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, OTHER_COUNTY } from '../registry/register';
import { enteredAs, refusalOf, servingConnection } from './serving-connection';

interface Standing {
  readonly id_key: string;
  readonly region_code: string;
  readonly region_name: string;
  readonly household_id: number | null;
  readonly source: string | null;
  readonly person_name: string | null;
}

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function keysOf(county: string): Promise<string[]> {
  const { rows } = await app.owner.query<{ id_key: string }>(
    'select distinct id_key from members where id_key is not null and starts_with(region_code, $1) order by 1 limit 50',
    [county],
  );
  return rows.map(({ id_key }) => id_key);
}

async function standing(username: string, keys: readonly string[]): Promise<Standing[]> {
  const { rows } = await enteredAs(app, username, (client) =>
    client.query<Standing>('select * from anju.persons_standing($1)', [keys]),
  );
  return rows;
}

describe('where a person stands', () => {
  it('is told of the own county in full and of another as its county alone', async () => {
    const own = await standing('demo-clerk', await keysOf(COUNTY));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter(({ household_id, person_name }) => household_id === null || person_name === null)).toEqual([]);
    const foreign = await standing('demo-clerk', await keysOf(OTHER_COUNTY));
    const { rows: regions } = await app.owner.query<{ full_name: string }>(
      'select full_name from regions where code = $1',
      [OTHER_COUNTY],
    );
    const only = foreign.filter(({ household_id }) => household_id === null);
    expect(only.length).toBeGreaterThan(10);
    for (const row of only) {
      expect(row).toEqual({
        id_key: row.id_key,
        region_code: OTHER_COUNTY,
        region_name: regions[0]?.full_name,
        household_id: null,
        source: null,
        person_name: null,
      });
    }
  });

  it('is told to a township’s clerk of another township as the county alone', async () => {
    const rows = await standing('demo-township-clerk', await keysOf(COUNTY));
    const outside = rows.filter(({ household_id }) => household_id === null);
    expect(outside.length).toBeGreaterThan(0);
    expect(new Set(outside.map(({ region_code }) => region_code))).toEqual(new Set([COUNTY]));
  });

  it('is told as a county at most to who has no place in the register', async () => {
    const rows = await standing('demo-configurator', await keysOf(COUNTY));
    expect(rows.filter(({ household_id, person_name }) => household_id !== null || person_name !== null)).toEqual([]);
  });
});

describe('drafts', () => {
  it('cannot be swept before their time by their colleagues, nor read without a scope', async () => {
    const clerk = await app.as('demo-clerk');
    const { rows } = await app.owner.query<{ id: number }>(
      'select id from households where starts_with(region_code, $1) order by id limit 1',
      [COUNTY],
    );
    const id = rows[0]?.id ?? 0;
    await clerk
      .put(`/api/registry/drafts/${id}`)
      .send({ version: 1, fields: { remark: '未写完' } })
      .expect(200);
    const swept = await enteredAs(app, 'demo-other-clerk', (client) =>
      client.query<{ n: number }>('select anju.sweep_drafts() as n'),
    );
    expect(swept.rows).toEqual([{ n: 0 }]);
    const client = await servingConnection(app);
    try {
      expect((await client.query('select * from anju.draft')).rows).toEqual([]);
    } finally {
      await client.end();
    }
  });

  it('cannot be written for a household of another county', async () => {
    const { rows } = await app.owner.query<{ id: number; region_code: string }>(
      'select id, region_code from households where starts_with(region_code, $1) order by id limit 1',
      [OTHER_COUNTY],
    );
    const insert = `insert into anju.draft (household_id, region_code, version, fields) values ($1, $2, 1, '{}')`;
    const attempt = (regionCode: string | undefined) =>
      enteredAs(app, 'demo-clerk', (client) => refusalOf(client.query(insert, [rows[0]?.id, regionCode])));
    expect([await attempt(rows[0]?.region_code), await attempt('520425001001')]).toEqual(['42501', '23503']);
  });
});
