import { identityViolations, STATISTICS_TABLES, statisticsTableDefinition, tableKind } from '@anju/domain';
import { type RecountAnswer, statisticsTable, type StatisticsTable } from '@anju/domain/contracts';
import { startTestApp, type TestApp } from '../../harness/app';

const COUNTY = '520425';
const SAFEGUARD = {
  kind: 'originalSafe',
  appraisalResult: 'gradeA',
  appraiser: '演示鉴定人',
  appraisalDate: '2019-05-01',
  entryPerson: '演示县级录入人',
  entryDate: '2019-06-01',
  townshipReviewer: '演示乡镇审核人',
  countyReviewer: '演示县级审核人',
};

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('a table', () => {
  it.each(STATISTICS_TABLES)('%s holds its sums at every level, for every scope', async (table) => {
    const village = await aVillage();
    for (const region of [2, 4, 6, 9, 12].map((length) => village.slice(0, length))) {
      for (const scope of statisticsTableDefinition(table).scopes) {
        const answer = await readTable('demo-province', table, { region, scope });
        expect(identityViolations(answer)).toEqual([]);
        const kind = tableKind(table) ?? null;
        expect(answer.total[kind === null ? 'N' : 'total']).toBe(
          await households(
            `region_code like $1 || '%' and ($2 = 'all' or source = $2)
             and ($3::text is null or id in (select household_id from safeguards where kind = $3))`,
            [region, scope, kind],
          ),
        );
      }
    }
  });

  it('has a row for every region below, also for those without households', async () => {
    const { rows } = await readTable('demo-county', 'T2', {});
    const { rows: regions } = await app.owner.query<{ code: string }>(
      'select code from regions where parent_code = $1 order by code',
      [COUNTY],
    );
    expect(rows.map(({ regionCode }) => regionCode)).toEqual(regions.map(({ code }) => code));
  });

  it('leaves the share open where there are no households', async () => {
    const { rows } = await app.owner.query<{ code: string }>(
      `select code from regions where level = 5 and code like '52%' and code not in (select region_code from households) limit 1`,
    );
    const { total } = await readTable('demo-province', 'T2', { region: rows[0]?.code ?? '' });
    expect(total).toMatchObject({ N: 0, recognisedShare: null, unrecognisedShare: null });
  });

  it('shows households bound above the rows in a row of their own, one level up in the region they are bound to', async () => {
    const bound = await move('registry', COUNTY);
    const county = await readTable('demo-city', 'T1', { region: COUNTY });
    const city = await readTable('demo-city', 'T1', {});
    await app.owner.query('update households set region_code = $2 where id = $1', [bound.id, bound.region_code]);
    expect(county.rows.filter(({ unplaced }) => unplaced)).toMatchObject([
      { regionCode: COUNTY, regionName: '未落实到下级', cells: { N: 1, unrecognised: 1 } },
    ]);
    expect(identityViolations(county)).toEqual([]);
    expect(city.rows.some(({ unplaced }) => unplaced)).toBe(false);
  });

  it('names how many of the unrecognised are explained as departed', async () => {
    const before = await readTable('demo-county', 'T1', {});
    await app.owner.query(
      `update households set departure_reason = '自然死亡'
       where id = (select id from households where region_code like $1 || '%' and source = 'registry' and not recognised
         and departure_reason is null limit 1)`,
      [COUNTY],
    );
    const after = await readTable('demo-county', 'T1', {});
    expect(after.total).toEqual({ ...before.total, departed: Number(before.total['departed']) + 1 });
  });
});

describe('a save', () => {
  it('stands in the next table of the saver and of another user, and a withdrawal takes it back', async () => {
    const { id, version } = await unrecognisedHousehold();
    const before = await readTable('demo-county', 'T1', {});
    const clerk = await app.as('demo-clerk');
    const saved = await clerk.put(`/api/registry/households/${id}/safeguard`).send({ ...SAFEGUARD, version });
    expect(saved.status).toBe(200);
    const changed = (key: string, by: number) => ({ [key]: Number(before.total[key]) + by });
    for (const username of ['demo-clerk', 'demo-county']) {
      const { total } = await readTable(username, 'T1', {});
      expect(total).toMatchObject({
        ...changed('N', 0),
        ...changed('originalSafe', 1),
        ...changed('unrecognised', -1),
      });
    }
    const { version: savedVersion } = saved.body as { version: number };
    const withdrawn = await clerk
      .delete(`/api/registry/households/${id}/safeguard`)
      .send({ version: savedVersion, reason: '录入错误' });
    expect(withdrawn.status).toBe(200);
    expect((await readTable('demo-county', 'T1', {})).total).toEqual(before.total);
  });

  it('is folded into the cells by the application itself', async () => {
    await move('registry', `${COUNTY}001`);
    const deadline = Date.now() + 20_000;
    let left = Infinity;
    while (left > 0 && Date.now() < deadline) {
      const { rows } = await app.owner.query<{ left: number }>('select count(*)::int as left from anju.stat_delta');
      left = rows[0]?.left ?? Infinity;
    }
    expect(left).toBe(0);
  });
});

describe('a refused request', () => {
  it.each([
    ['an unknown table', 'T10', '', 400],
    ['the supplement in a table of the list only', 'T3', '?scope=offList', 400],
    ['an unknown parameter', 'T1', '?year=2019', 400],
    ['a scope that does not exist', 'T1', '?scope=everything', 400],
    ['a region code of the wrong form', 'T1', '?region=52042', 400],
    ['the region above', 'T1', '?region=5204', 404],
    ['the neighbouring county', 'T1', '?region=520402', 404],
    ['a region that does not exist', 'T1', '?region=520425999', 404],
  ])('for %s says so', async (_what, table, query, status) => {
    const answer = await (await app.as('demo-clerk')).get(`/api/statistics/tables/${table}${query}`);
    expect(answer.status).toBe(status);
    expect((answer.body as { message: string }).message).toMatch(/[\u4e00-\u9fff]/);
  });

  it('of a township user without township shows no statistics', async () => {
    const answer = await (await app.as('demo-township-unset')).get('/api/statistics/tables/T1');
    expect(answer.status).toBe(404);
  });

  it('of a duty that sees no households is a 403', async () => {
    const answer = await (await app.as('demo-security')).get('/api/statistics/tables/T1');
    expect(answer.status).toBe(403);
  });
});

describe('the recount', () => {
  it('finds no difference', async () => {
    expect(await recount()).toMatchObject({ equal: true, differences: [] });
  });

  it('names the cell that differs, and the next one is equal again', async () => {
    await app.owner.query(
      `update anju.stat_cell set n = n + 2 where code = $1 and source = 'registry' and metric = 'N'`,
      [COUNTY],
    );
    const broken = await recount();
    const { total } = await readTable('demo-county', 'T1', {});
    expect(broken).toMatchObject({
      equal: false,
      differences: [{ regionCode: COUNTY, source: 'registry', metric: 'N' }],
    });
    expect(broken.differences[0]?.kept).toBe(Number(broken.differences[0]?.counted) + 2);
    expect((await readTable('demo-county', 'T1', {})).recounted).toMatchObject({ differences: 1 });
    expect(await recount()).toMatchObject({ equal: true, differences: [] });
    expect(total['N']).toBe(broken.differences[0]?.counted);
    expect((await readTable('demo-county', 'T1', {})).recounted).toMatchObject({ differences: 0 });
  });

  it('of the whole node is made once a night, and every table says when', async () => {
    await app.owner.query(
      `update anju.stat_cell set n = n + 1 where code = '5204' and source = 'registry' and metric = 'N'`,
    );
    const due = async () =>
      (await app.owner.query<{ done: boolean }>('select anju.recount_when_due() as done')).rows[0]?.done;
    await app.owner.query(
      `with archive as (insert into renovations (region_code, head_name) values ('520425102', '漏记') returning id)
       select id from archive`,
    );
    await app.owner.query('delete from anju.unlinked_archive');
    expect([await due(), await due()]).toEqual([true, false]);
    const { rows } = await app.owner.query(
      `select from anju.unlinked_archive u join renovations r on r.id = u.renovation_id where r.head_name = '漏记'`,
    );
    expect(rows).toHaveLength(1);
    expect((await readTable('demo-city', 'T1', {})).recounted?.differences).toBe(1);
    expect(await recount()).toMatchObject({ equal: true, differences: [] });
  });
});

describe('the total of a list', () => {
  it.each([
    [{ recognised: false }, 'not recognised'],
    [
      { recognised: false, departed: false, source: 'registry' },
      `not recognised and departure_reason is null and source = 'registry'`,
    ],
    [
      { kind: ['renovation', 'originalSafe'] },
      `id in (select household_id from safeguards where kind in ('renovation', 'originalSafe'))`,
    ],
    [{ departed: true }, 'not recognised and departure_reason is not null'],
    [{}, 'true'],
  ])('with the filter %j is exact', async (filter, condition) => {
    const county = await app.as('demo-county');
    const answer = await county.get(`/api/registry/households?filter=${encodeURIComponent(JSON.stringify(filter))}`);
    expect(answer.status).toBe(200);
    const total = Number(answer.headers['content-range']?.split('/')[1]);
    expect(total).toBe(await households(`region_code like $1 || '%' and ${condition}`, [COUNTY]));
    expect(answer.headers['x-total-bounded']).toBeUndefined();
  });
});

async function readTable(
  username: string,
  table: string,
  query: Readonly<Record<string, string>>,
): Promise<StatisticsTable> {
  const answer = await (
    await app.as(username)
  ).get(`/api/statistics/tables/${table}?${new URLSearchParams(query).toString()}`);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return statisticsTable.parse(answer.body);
}

async function recount(): Promise<RecountAnswer> {
  const answer = await (await app.as('demo-county')).post('/api/statistics/recount').send({});
  expect(answer.status).toBe(200);
  // The body was written by the door whose contract this is.
  return answer.body as RecountAnswer;
}

async function households(condition: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await app.owner.query<{ n: number }>(
    `select count(*)::int as n from households where ${condition}`,
    [...values],
  );
  return rows[0]?.n ?? -1;
}

async function aVillage(): Promise<string> {
  const { rows } = await app.owner.query<{ region_code: string }>(
    `select region_code from households where region_code like $1 || '______' order by id limit 1`,
    [COUNTY],
  );
  return rows[0]?.region_code ?? '';
}

async function unrecognisedHousehold(): Promise<{ id: number; version: number }> {
  const { rows } = await app.owner.query<{ id: number; version: number }>(
    `select id, version from households
     where region_code like $1 || '______' and source = 'registry' and not recognised and departure_reason is null order by id limit 1`,
    [COUNTY],
  );
  if (!rows[0]) throw new Error('The demonstration data has no unrecognised household in the county');
  return rows[0];
}

/** Binds one unrecognised household of the county to another region; answers it as it was. */
async function move(source: string, region: string): Promise<{ id: number; region_code: string }> {
  const { rows } = await app.owner.query<{ id: number; region_code: string }>(
    `select id, region_code from households
     where region_code like $1 || '______' and source = $2 and not recognised and departure_reason is null order by id desc limit 1`,
    [COUNTY, source],
  );
  const found = rows[0];
  if (!found) throw new Error('The demonstration data has no such household');
  await app.owner.query('update households set region_code = $2 where id = $1', [found.id, region]);
  return found;
}
