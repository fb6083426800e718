import type { StatisticsTable } from '@anju/domain/contracts';
import { addAccount } from '../../harness/accounts';
import { DEMO_PASSWORD } from '../../harness/app';
import { importHouseholdList } from '@anju/exchange/imports';
import { Client } from 'pg';
import { file } from '../exchange/list-file';
import { dayBefore, RegionChanging, sum } from './region-changing';

const COUNTY = '520425';
const OTHER_COUNTY = '520402';
const HEADER =
  '行政区划代码,县,乡镇,村,户编号,人编号,户主姓名,姓名,性别,证件号码,与户主关系,民族,联系电话,贫困户属性,主要致贫原因,脱贫属性,脱贫年度';

let stage: RegionChanging;

beforeAll(async () => {
  stage = await RegionChanging.start();
});
afterAll(() => stage.app.stop());

describe('a merged township', () => {
  let from: string;
  let into: string;

  it('is shown first: every code with the one that it gets, and how much follows', async () => {
    [into = '', from = ''] = await stage.townships(COUNTY);
    const before = await stage.bound(from);
    const plan = await stage.preview({ kind: 'merge', region: from, into });
    expect(plan).toMatchObject({ id: null, problems: {} });
    expect(plan.codes[0]).toMatchObject({ code: from, into, isNew: false });
    expect(
      plan.codes.slice(1).every(({ code, into: to, isNew }) => isNew && code.startsWith(from) && to.startsWith(into)),
    ).toBe(true);
    expect(new Set(plan.codes.map(({ into: to }) => to)).size).toBe(plan.codes.length);
    expect(plan.effect.households).toBe(before['households']);
    expect(plan.effect.households).toBeGreaterThan(0);
    expect(await stage.bound(from)).toEqual(before);
  });

  it('takes along everything that is bound to it, and nobody’s approval, version or draft is lost', async () => {
    await stage.rows(
      'begin; select pg_advisory_xact_lock(anju.statistics_lock()); select anju.keep_statistics_day(); commit',
    );
    await stage.rows('update anju.stat_day set day = $1', [dayBefore(8)]);
    const household = await stage.approvedHousehold(from);
    const clerk = await addAccount(stage.app, { username: 'merged-clerk', role: 'townshipClerk', regionCode: from });
    await stage.rows(
      `insert into anju.import_batch (kind, region_code, file_name, counts, state, counties) values ('household', $1, 'a.csv', '{}', 'checked', array['520425'])`,
      [from],
    );
    await stage.rows(
      `insert into anju.import_batch (kind, region_code, file_name, counts, state, content_hash) values
         ('household', $1, 'twice.csv', '{}', 'unmapped', 'twice'), ('household', $2, 'twice.csv', '{}', 'unmapped', 'twice'),
         ('relocation', $1, 'other-kind.csv', '{}', 'unmapped', 'other-kind'), ('renovation', $2, 'other-kind.csv', '{}', 'unmapped', 'other-kind')`,
      [from, into],
    );
    expect((await stage.preview({ kind: 'merge', region: from, into })).effect.jobs).toBe(3);
    // One that waits would be taken up within the second, and the change would wait for it.
    await stage.rows(
      `insert into anju.export_job (resource, region_code, filter, format, unmasked, actor, state)
       values ('households', $1, jsonb_build_object('regionCode', $1::text), 'csv', false, $2, 'failed')`,
      [from, clerk],
    );
    const before = [await stage.bound(from), await stage.bound(into)] as const;
    const last = await stage.number('select max(id) as n from anju.journal');
    const county = await stage.table('demo-county', { region: COUNTY });

    const plan = await stage.change({ kind: 'merge', region: from, into });

    expect(plan.id).toBeGreaterThan(0);
    expect(await stage.bound(into)).toEqual(sum(...before));
    expect(Object.values(await stage.bound(from)).every((n) => n === 0)).toBe(true);
    expect(await stage.differences()).toEqual([]);
    const [kept] = await stage.rows(
      `select s.review_state, h.version, h.region_code = s.region_code as same, starts_with(h.region_code, $2) as moved,
         starts_with(d.fields ->> 'regionCode', $2) as drafted, d.version as "draftVersion", starts_with(h.registry_region_code, $2) as listed
       from households h join safeguards s on s.household_id = h.id join anju.draft d on d.household_id = h.id where h.id = $1`,
      [household.id, into],
    );
    expect(kept).toEqual({
      review_state: 'countyApproved',
      version: household.version,
      same: true,
      moved: true,
      drafted: true,
      draftVersion: household.version,
      listed: true,
    });
    expect(await stage.number(`select count(*) as n from up_users where region_code = $1`, [from])).toBe(0);
    expect(
      await stage.number(`select count(*) as n from anju.import_batch where region_code = $1 and state = 'checked'`, [
        into,
      ]),
    ).toBe(1);
    expect(
      await stage.rows(
        `select file_name, kind, state from anju.import_batch where region_code = $1 and content_hash is not null order by 1, 2, 3`,
        [into],
      ),
    ).toEqual([
      { file_name: 'other-kind.csv', kind: 'relocation', state: 'unmapped' },
      { file_name: 'other-kind.csv', kind: 'renovation', state: 'unmapped' },
      { file_name: 'twice.csv', kind: 'household', state: 'cancelled' },
      { file_name: 'twice.csv', kind: 'household', state: 'unmapped' },
    ]);
    expect(
      await stage.number(
        `select count(*) as n from anju.export_job where region_code = $1 and filter ->> 'regionCode' = $1`,
        [into],
      ),
    ).toBe(1);
    // One entry for the change, one a household; nothing for what only follows.
    expect(
      await stage.number(`select count(*) as n from anju.journal where id > $1 and action = 'changeRegions'`, [last]),
    ).toBe(1);
    const told = await stage.rows(
      `select subject_table as about, count(*)::integer as n from anju.journal
       where id > $1 and subject_table in ('households', 'members', 'safeguards', 'evidences')
         and detail - array['region_code', 'registry_region_code'] = '{}' group by 1`,
      [last],
    );
    expect(told).toEqual([{ about: 'households', n: before[0]['households'] }]);

    const after = await stage.table('demo-county', { region: COUNTY });
    expect(after.total).toEqual(county.total);
    expect(after.rows.map(({ regionCode }) => regionCode)).not.toContain(from);
  });

  it('stays readable as it was counted before, in all tables, and measures nobody by it', async () => {
    const then = await stage.table('demo-county', { region: COUNTY, day: dayBefore(1) });
    expect(then.day).toBe(dayBefore(1));
    expect(then.rows.map(({ regionCode }) => regionCode)).toEqual(expect.arrayContaining([from, into]));
    expect(then.total['N']).toBe(then.rows.reduce((all, row) => all + (row.cells['N'] ?? 0), 0));
    const now = await stage.table('demo-county', { region: COUNTY });
    const cell = (shown: StatisticsTable, code: string) =>
      shown.rows.find(({ regionCode }) => regionCode === code)?.cells['N'] ?? 0;
    expect(cell(now, into)).toBe(cell(then, into) + cell(then, from));
    const renovations = await stage.table('demo-county', { region: COUNTY, day: dayBefore(1) }, 'T5');
    expect(renovations.total['total']).toBe(then.total['renovation']);
    const county = await stage.app.as('demo-county');
    const progress = (await county.get('/api/statistics/progress').expect(200)).body as {
      rows: { regionCode: string; recent: number | null }[];
    };
    expect(progress.rows.find(({ regionCode }) => regionCode === into)?.recent).toBeNull();
    await county
      .get(`/api/statistics/tables/T1?day=${dayBefore(30)}`)
      .expect(400, /历史数据自 \d{4}-\d{2}-\d{2} 起留存/);
    await county.get(`/api/statistics/tables/T1?day=2099-01-01`).expect(400, /日期不能晚于今天/);
  });

  it('lets its clerk go on in the merged township', async () => {
    const answer = await stage.app
      .request()
      .post('/api/auth/local')
      .send({ identifier: 'merged-clerk', password: DEMO_PASSWORD });
    const { jwt } = answer.body as { jwt: string };
    const me = await stage.app.request().get('/api/access/me').set('Authorization', `Bearer ${jwt}`).expect(200);
    expect(me.body).toMatchObject({ regionCode: into });
  });

  it('is still understood by a list that names it, by code or by name', async () => {
    const [region] = await stage.rows<{ name: string }>('select name from regions where code = $1', [from]);
    const [village] = await stage.rows<{ code: string; name: string; into: string }>(
      `select code, name, merged_into as into from regions where parent_code = $1 order by code limit 1`,
      [from],
    );
    const rest = '张三,张三,男,,户主,汉族,,,,未脱贫,';
    const list = [
      HEADER,
      `${village?.code},,,,H-old-code,P-old-code,${rest}`,
      `,,${region?.name},${village?.name},H-old-name,P-old-name,${rest}`,
    ].join('\n');
    const client = new Client({ connectionString: stage.app.appUrl });
    await client.connect();
    const report = await importHouseholdList({
      client,
      file: file(stage.app, 'old.csv', list),
      regionCode: COUNTY,
      mode: 'commit',
    });
    await client.end();
    expect(report.errors).toEqual([]);
    const placed = await stage.rows<{ region_code: string }>(
      `select region_code from households where registry_number in ('H-old-code', 'H-old-name')`,
    );
    expect(placed.map(({ region_code }) => region_code)).toEqual([village?.into, village?.into]);
  });

  it('takes no new row, and a form that still names it saves into what took its place', async () => {
    await expect(
      stage.rows(
        `insert into households (region_code, source, member_count, recognised, version) values ($1, 'registry', 1, false, 1)`,
        [from],
      ),
    ).rejects.toThrow(/not in force/);
    const [household] = await stage.rows<{ id: number; version: number; region_code: string }>(
      `select id, version, region_code from households where starts_with(region_code, $1) and length(region_code) = 12 and not recognised limit 1`,
      [into],
    );
    const clerk = await stage.app.as('demo-clerk');
    await clerk
      .put(`/api/registry/households/${household?.id}`)
      .send({ version: household?.version, regionCode: from })
      .expect(200);
    expect(await stage.rows('select region_code from households where id = $1', [household?.id])).toEqual([
      { region_code: into },
    ]);
  });

  it('cannot be merged again, nor into itself, another level, another province, a retired or an unknown region', async () => {
    const [one = '', other = ''] = await stage.townships(COUNTY);
    const refused = async (body: object) => {
      const answer = await stage.send({ preview: false, reason: '依据', ...body }).expect(422);
      return (answer.body as { errors: Record<string, string> }).errors;
    };
    expect(await refused({ kind: 'merge', region: from, into: other })).toEqual({
      region: expect.stringMatching(/已停用，并入了/) as string,
    });
    expect(await refused({ kind: 'merge', region: one, into: one })).toEqual({
      into: expect.stringMatching(/不能并入自己/) as string,
    });
    expect(await refused({ kind: 'merge', region: one, into: COUNTY })).toEqual({
      into: expect.stringMatching(/不同级/) as string,
    });
    expect(await refused({ kind: 'merge', region: one, into: '110101001' })).toEqual({
      into: expect.stringMatching(/不能跨省/) as string,
    });
    expect(await refused({ kind: 'merge', region: one, into: from })).toEqual({
      into: expect.stringMatching(/已停用/) as string,
    });
    expect(await refused({ kind: 'merge', region: one, into: '520425999' })).toEqual({
      into: '没有行政区划 520425999',
    });
    expect(await refused({ kind: 'merge', region: '520425998', into: one })).toEqual({
      region: '没有行政区划 520425998',
    });
    expect(await refused({ kind: 'merge', region: '52', into: '11' })).toEqual({
      region: expect.stringMatching(/本级以下/) as string,
    });
    expect(
      await refused({ kind: 'merge', region: one, into: other, codes: [{ code: `${one}999`, into: `${other}999` }] }),
    ).toHaveProperty('codes');
    expect(
      await refused({
        kind: 'rename',
        region: one,
        name: (await stage.rows<{ name: string }>('select name from regions where code = $1', [other]))[0]?.name,
      }),
    ).toHaveProperty('name');
    expect(await refused({ kind: 'split', region: one, parts: [{ name: '新乡', children: [other] }] })).toHaveProperty([
      'parts.0',
    ]);
    await stage.send({ kind: 'merge', preview: false, region: one, into: other }).expect(400);
    // What no door offers, the database refuses by itself.
    const county = await addAccount(stage.app, {
      username: 'county-configurator',
      role: 'configurator',
      regionCode: OTHER_COUNTY,
    });
    const villages = await stage.rows<{ code: string }>(
      'select code from regions where parent_code = $1 and merged_into is null order by code limit 2',
      [one],
    );
    await expect(
      stage.rows(
        `select set_config('anju.actor', $1, false), anju.change_regions(jsonb_build_object('kind', 'merge', 'subject', $2::text, 'summary', '', 'reason', '',
           'created', '[]'::jsonb, 'renamed', '[]'::jsonb, 'numbers', '[]'::jsonb, 'codes', jsonb_build_array(jsonb_build_object('code', $2::text, 'into', $3::text))), '')`,
        [String(county), ...villages.map(({ code }) => code)],
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await stage.rows(`select set_config('anju.actor', '', false)`);
  });

  it('waits while an export of the region runs, or somebody binds rows to regions, and says which', async () => {
    const [one = '', other = ''] = await stage.townships(COUNTY);
    const change = { kind: 'merge', preview: false, reason: '依据', region: one, into: other };
    await stage.rows(
      `insert into anju.export_job (resource, region_code, filter, format, unmasked, actor, state, started_at)
       values ('households', $1, '{}', 'csv', false, -1, 'running', now())`,
      [one],
    );
    const exporting = await stage.send(change);
    await stage.rows(`update anju.export_job set state = 'failed' where state = 'running'`);
    expect([exporting.status, exporting.body]).toEqual([
      422,
      expect.objectContaining({ message: expect.stringMatching(/名单正在检查、写入或导出/) as string }),
    ]);
    const importing = new Client({ connectionString: stage.app.appUrl });
    await importing.connect();
    await importing.query('begin; select pg_advisory_xact_lock_shared(anju.region_lock())');
    const answer = await stage.send(change);
    await importing.end();
    expect([answer.status, answer.body]).toEqual([
      422,
      expect.objectContaining({ message: expect.stringMatching(/或有人正在保存，没有调整，请稍后再试/) as string }),
    ]);
    expect(await stage.number('select count(*) as n from anju.region_change where transaction is not null')).toBe(0);
  });
});
