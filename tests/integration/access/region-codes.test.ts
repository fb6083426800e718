import { addAccount } from '../../harness/accounts';
import { DEMO_PASSWORD } from '../../harness/app';
import { fillTablesOfRegions, HISTORY, rowsOfRegion, tablesOfRegions } from './bound-rows';
import { dayBefore, RegionChanging, sum } from './region-changing';

const COUNTY = '520425';
const OTHER_COUNTY = '520402';
const QUIET_COUNTY = '520403';

let stage: RegionChanging;

beforeAll(async () => {
  stage = await RegionChanging.start();
  // The register has been counted for a week.
  await stage.rows(
    'begin; select pg_advisory_xact_lock(anju.statistics_lock()); select anju.keep_statistics_day(); commit',
  );
  await stage.rows('update anju.stat_day set day = $1', [dayBefore(8)]);
});
afterAll(() => stage.app.stop());

describe('a split region', () => {
  it('gives villages to a new township, and households of a village to a new village', async () => {
    const [township = ''] = await stage.townships(COUNTY);
    const children = await stage.rows<{ code: string; n: string }>(
      `select r.code, count(h.id) as n from regions r left join households h on h.region_code = r.code
       where r.parent_code = $1 and r.merged_into is null group by 1 order by 2 desc, 1 limit 2`,
      [township],
    );
    const [village, second] = children.map(({ code }) => code);
    const before = await stage.bound(township);
    const parts = [{ name: '新设乡', children: [second] }];
    const plan = await stage.change({ kind: 'split', region: township, parts });
    const made = plan.created.find(({ name }) => name === '新设乡')?.code ?? '';
    expect(made).toMatch(/^520425\d{3}$/);
    expect(sum(await stage.bound(township), await stage.bound(made))).toEqual(before);

    const numbers = (
      await stage.rows<{ registry_number: string }>(
        `select registry_number from households where region_code = $1 and source = 'registry' order by 1 limit 2`,
        [village],
      )
    ).map(({ registry_number }) => registry_number);
    const wrong = await stage.preview({
      kind: 'split',
      region: village,
      parts: [{ name: '新设村', households: [...numbers, '没有的户'] }],
    });
    expect(wrong.problems).toEqual({ households: '1 个户编号不在这个村：没有的户' });
    await stage.rows(
      `with batch as (
         insert into anju.import_batch (kind, region_code, file_name, counts, state) values ('household', $1, 'undo.csv', '{}', 'cancelled') returning id)
       insert into anju.import_change (batch_id, table_name, row_id, region_code, before)
       select batch.id, 'households', h.id, h.region_code,
         jsonb_build_object('region_code', h.region_code, 'registry_region_code', h.region_code, 'source', h.source)
       from batch, households h where h.registry_number = $2`,
      [COUNTY, numbers[0]],
    );
    const split = await stage.change({
      kind: 'split',
      region: village,
      parts: [{ name: '新设村', households: numbers }],
    });
    expect(split.effect.households).toBe(numbers.length);
    expect(
      await stage.number('select count(*) as n from households where region_code = $1', [split.created[0]?.code]),
    ).toBe(numbers.length);
    expect(await stage.differences()).toEqual([]);
    // Taking back the import of before puts the household where it stands now.
    const parted = split.created[0]?.code;
    expect(
      await stage.rows(
        `select c.region_code as scope, c.before ->> 'region_code' as place, c.before ->> 'registry_region_code' as listed
         from anju.import_change c join anju.import_batch b on b.id = c.batch_id where b.file_name = 'undo.csv'`,
      ),
    ).toEqual([{ scope: parted, place: parted, listed: parted }]);
  });

  it('leaves the rules awake in both parts of a county, and special cases on their way', async () => {
    await stage.rows(
      `insert into anju.import_batch (kind, region_code, file_name, counts, state, counties)
       values ('household', '52', 'split.csv', '{}', 'committed', array[$1::text])`,
      [OTHER_COUNTY],
    );
    const township = (await stage.townships(OTHER_COUNTY)).at(-1) ?? '';
    await stage.rows(
      `insert into renovations (region_code, head_name, poverty_type) values ($1, '甲', 'registeredPoor')`,
      [township],
    );
    await stage.proposeArchives(OTHER_COUNTY);
    const before = await stage.unsettled(township);
    expect(before).toContainEqual(expect.objectContaining({ kind: 'renovationIdentity', state: 'proposed' }));

    const parts = [{ name: '新设区', children: [township] }];
    const plan = await stage.change({ kind: 'split', region: OTHER_COUNTY, parts });

    const made = plan.created.find(({ name }) => name === '新设区')?.code ?? '';
    expect(await stage.unsettled(made)).toEqual(before);
    const covered = await stage.rows<{ county: string }>(`select county from anju.covered_counties('household')`);
    expect(covered.map(({ county }) => county)).toEqual(expect.arrayContaining([OTHER_COUNTY, made]));
    await stage.rows(
      `insert into renovations (region_code, head_name, poverty_type) values ($1, '乙', 'registeredPoor')`,
      [plan.codes[0]?.into],
    );
    expect(await stage.unsettled(made)).toContainEqual({ kind: 'renovationIdentity', state: 'open', n: 1 });
    expect(await stage.staleWarnings()).toEqual([]);
  });
});

describe('a township that goes to a county that was there before', () => {
  it('wakes no rule in the rest of that county, for which no list speaks', async () => {
    const [moving] = await stage.rows<{ code: string }>(
      'select max(code) as code from regions where parent_code = $1 and merged_into is null',
      [OTHER_COUNTY],
    );
    await stage.rows(
      `insert into renovations (region_code, head_name, poverty_type) values ($1, '丙', 'registeredPoor')`,
      [QUIET_COUNTY],
    );
    const identities = async () =>
      (await stage.unsettled(QUIET_COUNTY)).filter((one) => 'kind' in one && one.kind === 'renovationIdentity');
    expect(await identities()).toEqual([]);

    const parts = [{ into: QUIET_COUNTY, children: [moving?.code] }];
    const { codes } = await stage.change({ kind: 'split', region: OTHER_COUNTY, parts });

    expect(codes[0]?.into).toMatch(/^520403\d{3}$/);
    const covered = await stage.rows<{ county: string }>(`select county from anju.covered_counties('household')`);
    const counties = covered.map(({ county }) => county);
    expect([counties.includes(OTHER_COUNTY), counties.includes(QUIET_COUNTY)]).toEqual([true, false]);
    expect(await identities()).toEqual([]);
    expect(await stage.staleWarnings()).toEqual([]);
  });
});

describe('a renamed county', () => {
  it('takes its new name into the full names below, and keeps its old one for tables of then', async () => {
    await stage.change({ kind: 'rename', region: OTHER_COUNTY, name: '新秀区' });
    const [below] = await stage.rows<{ full_name: string }>(
      `select full_name from regions where starts_with(code, $1) and level = 5 limit 1`,
      [OTHER_COUNTY],
    );
    expect(below?.full_name).toContain('安顺市新秀区');
    expect(
      (await stage.table('demo-city', { region: '5204' })).rows.find(({ regionCode }) => regionCode === OTHER_COUNTY)
        ?.regionName,
    ).toBe('新秀区');
    const then = await stage.table('demo-city', { region: '5204', day: dayBefore(1) });
    expect(then.rows.find(({ regionCode }) => regionCode === OTHER_COUNTY)?.regionName).not.toBe('新秀区');
  });

  it('gets another code with everything below it', async () => {
    await fillTablesOfRegions(stage, OTHER_COUNTY);
    await signSample();
    await stage.proposeArchives(OTHER_COUNTY);
    const unsettled = await stage.unsettled(OTHER_COUNTY);
    expect(unsettled).toContainEqual(expect.objectContaining({ kind: 'renovationIdentity', state: 'proposed' }));
    const rows = await rowsOfRegion(stage, OTHER_COUNTY);
    expect([...rows].filter(([name, n]) => n === 0 && !HISTORY.includes(name))).toEqual([]);
    const before = await stage.bound(OTHER_COUNTY);
    const options = await stage.change({ kind: 'rename', region: OTHER_COUNTY, name: '新秀区', code: '520499' });
    expect(options.codes.every(({ code, into }) => into === code.replace(OTHER_COUNTY, '520499'))).toBe(true);
    expect(await stage.bound('520499')).toEqual(before);
    expect(await stage.unsettled('520499')).toEqual(unsettled);
    expect(await stage.staleWarnings()).toEqual([]);
    expect(await stage.differences()).toEqual([]);
    // The clerk's sign-in of before no longer holds: the place has another code.
    const clerk = await stage.app
      .request()
      .post('/api/auth/local')
      .send({ identifier: 'demo-other-clerk', password: DEMO_PASSWORD });
    const { jwt } = clerk.body as { jwt: string };
    const list = await stage.app
      .request()
      .get('/api/registry/households')
      .set('Authorization', `Bearer ${jwt}`)
      .expect(200);
    expect((list.body as { regionCode: string }[]).every(({ regionCode }) => regionCode.startsWith('520499'))).toBe(
      true,
    );
    const changes = await stage.configurator.get('/api/access/region-changes').expect(200);
    expect((changes.body as { summary: string }[])[0]?.summary).toMatch(/520402.*520499/);
  });

  it('leaves no table out that is bound to regions', async () => {
    // Each table had rows of the county before (above).
    expect(await tablesOfRegions(stage)).toContain('public.announcements');
    const left = await rowsOfRegion(stage, OTHER_COUNTY);
    expect([...left].filter(([name, n]) => n > 0 && !HISTORY.includes(name))).toEqual([]);
  });

  it('leads on what a list said of an archive’s place, so that nobody seems to have corrected it', async () => {
    expect(
      await stage.rows(
        `select head_name, imported ->> 'region_code' as said, version from renovations where head_name in ('未关联', '已更正所在地') order by 1`,
      ),
    ).toEqual([
      { head_name: '已更正所在地', said: '520499', version: 1 },
      { head_name: '未关联', said: '520499', version: 1 },
    ]);
    expect(
      await stage.number(
        `select count(*) as n from anju.import_change where before #>> '{imported,region_code}' = '520499'`,
      ),
    ).toBe(1);
  });

  it('leads on both places to which an import that is taken back would put a household', async () => {
    expect(
      await stage.rows(
        `select left(before ->> 'region_code', 6) as place, left(before ->> 'registry_region_code', 6) as listed,
           before ->> 'region_code' <> before ->> 'registry_region_code' as differ
         from anju.import_change where table_name = 'households' and row_id = -1`,
      ),
    ).toEqual([{ place: '520499', listed: '520499', differ: true }]);
  });

  it('leaves a report intact that was signed under the old code', async () => {
    const answer = await stage.app
      .request()
      .post('/api/auth/local')
      .send({ identifier: 'other-reviewer', password: DEMO_PASSWORD });
    const { jwt } = answer.body as { jwt: string };
    const [stored] = await stage.rows<{ id: number }>('select id from anju.review_sample');
    const report = await stage.app
      .request()
      .get(`/api/registry/review-samples/${stored?.id ?? 0}`)
      .set('Authorization', `Bearer ${jwt}`)
      .expect(200);
    expect(report.body).toMatchObject({ regionCode: '520499', reportIntact: true });
  });
});

/** A sample of the county that is judged and signed. */
async function signSample(): Promise<void> {
  await addAccount(stage.app, { username: 'other-reviewer', role: 'countyReviewer', regionCode: OTHER_COUNTY });
  const reviewer = await stage.app.as('other-reviewer');
  const asked = { filter: { reviewState: ['entered'] }, percent: 1 };
  const sample = (await reviewer.post('/api/registry/review-samples').send(asked).expect(200)).body as {
    id: number;
    items: { householdId: number }[];
  };
  const address = `/api/registry/review-samples/${sample.id}`;
  for (const { householdId } of sample.items)
    await reviewer.put(`${address}/households/${householdId}`).send({ verdict: 'passed' }).expect(200);
  await reviewer.post(`${address}/sign`).send({}).expect(200);
}
