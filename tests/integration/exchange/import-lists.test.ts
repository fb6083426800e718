import type { ImportJobDetail } from '@anju/domain/contracts';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../harness/app';
import { bytesOf } from '../../harness/bytes';
import { meanwhile } from '../../harness/meanwhile';
import { workbookOf } from '../../harness/workbook';
import { committed, importUntil, smallList, tried, undone } from './exchange-doors';
import { csv, people } from './listed-people';
import { countOf, expectCurrentWarnings, expectExactStatistics, rowsOf } from './register-checks';

const COUNTY = '520425';
const RELOCATION = { kind: 'relocation' } as const;
const RELOCATION_TITLES =
  '区划代码,户编号,姓名,身份证号,安置方式,安置点名称,项目名称,入住情况,开工日期,竣工日期,入住时间';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('a relocation list', () => {
  let before: unknown;
  let job: ImportJobDetail;

  it('is tried: by person or by 户编号, upsert, what it no longer names is flagged, bad rows stay out', async () => {
    const [first, second] = await people(app, 2);
    const [known, moved] = await entries(2);
    before = await allEntries();
    const list = csv(RELOCATION_TITLES, [
      [
        first.region_code,
        '',
        first.name,
        first.number,
        '集中安置',
        '新区',
        '项目一',
        '已入住',
        '2017/3/1',
        '2018.3.1',
        '20180401',
      ],
      ['', second?.household_number ?? '', '', '', '分散安置', '', '', '', '', '', ''],
      entryRow(known),
      entryRow({ ...moved, resettlement_site: '另一处' }),
      [first.region_code, '', '某人', '690425197001010022', '集中安置', '', '', '', '2018-03-01', '2017-03-01', ''],
      ['', '没有的户', '', '', '集中安置', '', '', '', '', '', ''],
      [COUNTY + '102', '', first.name, ` ${first.number} `, '集中安置', '', '', '', '', '', ''],
    ]);
    job = await tried(app, list, '搬迁名单.csv', RELOCATION);
    const standing = await countOf(app, `relocation_entries where region_code like '${COUNTY}%'`);
    expect(job).toMatchObject({
      kind: 'relocation',
      state: 'checked',
      households: null,
      entries: { new: 2, changed: 1, unchanged: 1, vanished: standing - 2, refused: 3 },
    });
    expect(job.errors).toEqual([
      { row: 6, field: '竣工时间', message: '竣工时间不能早于开工时间' },
      { row: 7, field: '行政区划代码', message: '没有填写行政区划，住户库中也没有这一户' },
      { row: 8, field: '证件号码', message: '与第 2 行是同一人' },
    ]);
    expect(job.examples).toContainEqual(
      expect.objectContaining({ effect: 'changed', detail: expect.stringContaining('→另一处') as unknown }),
    );
    expect(await allEntries()).toEqual(before);
  });

  it('is committed with warnings as a full run finds them, and vanished entries match nobody', async () => {
    expect(await committed(app, job.id)).toMatchObject({
      state: 'committed',
      undoUntil: expect.any(String) as unknown,
    });
    const flagged = await countOf(
      app,
      `relocation_entries where region_code like '${COUNTY}%' and vanished_at is not null and id_key is null`,
    );
    expect(flagged).toBe(job.entries?.vanished);
    const [second] = (await people(app, 2)).slice(1);
    expect(
      await countOf(
        app,
        `relocation_entries e join members m on m.id_key = e.id_key
      where m.household_id = ${second?.household_id ?? 0} and e.import_batch_id = ${job.id}`,
      ),
    ).toBe(1);
    await expectCurrentWarnings(app);
  });

  it('corrected from its workbook of errors takes the rest and flags nobody', async () => {
    const bytes = await bytesOf(await app.as('demo-province'), `/api/exchange/imports/${job.id}/errors`);
    const book = await workbookOf(bytes);
    const [sheet] = book.worksheets;
    if (!sheet) throw new Error('The workbook has no sheet');
    expect(sheet.rowCount).toBe(4);
    sheet.getRow(2).getCell(10).value = '2019-03-01';
    for (const row of [3, 4]) sheet.getRow(row).values = [];
    const again = await tried(app, Buffer.from(await book.xlsx.writeBuffer()), '错误.xlsx', RELOCATION);
    expect(again).toMatchObject({ facts: { isCorrection: true }, entries: { new: 1, vanished: 0, refused: 0 } });
    expect(await committed(app, again.id)).toMatchObject({ state: 'committed' });
    expect(await undone(app, job.id)).toMatchObject({
      state: 'committed',
      message: expect.stringContaining(`第 ${again.id} 号导入（在其后导入）`) as unknown,
    });
    expect(await undone(app, again.id)).toMatchObject({ state: 'undone' });
  });

  it('that is killed while it is taken back holds still, and is taken back then: all is as it was', async () => {
    const owner = new Client({ connectionString: app.ownerUrl });
    await owner.connect();
    await owner.query('begin; lock table relocation_entries in exclusive mode');
    await (await app.as('demo-province')).post(`/api/exchange/imports/${job.id}/undo`).expect(200);
    await importUntil(app, job.id, ({ phase }) => phase === '恢复导入前的内容');
    const [worker] = await rowsOf<{ pid: number }>(
      app,
      `select substring(application_name from 'pid (\\d+)')::integer as pid from pg_stat_activity
       where application_name like 'anju import ${job.id} pid %' and datname = current_database()`,
    );
    process.kill(worker?.pid ?? Number.NaN, 'SIGKILL');
    await owner.end();
    const interrupted = await importUntil(app, job.id, ({ state }) => state === 'committed');
    expect(interrupted.message).toMatch(/撤销|中断/);
    expect(await undone(app, job.id)).toMatchObject({ state: 'undone', undoUntil: null });
    expect(await allEntries()).toEqual(before);
    await expectCurrentWarnings(app);
  });
});

describe('a household list', () => {
  it('is taken back as long as nobody has built on it', async () => {
    const state = () =>
      rowsOf(
        app,
        `select (select json_agg(h order by id) from (select id, registry_number, region_code, source, vanished_at, member_count from households) h) as h,
      (select json_agg(m order by id) from (select id, household_id, name, is_head, registry_id_number, vanished_at from members) m) as m`,
      );
    const first = await committed(app, (await tried(app, smallList('U'))).id);
    const before = await state();
    const changed = smallList('U').replace(/,男,/, ',女,').split('\r\n').slice(0, -1).join('\r\n');
    const second = await committed(app, (await tried(app, changed)).id);
    expect(second.households).toMatchObject({ new: 0 });
    expect(await state()).not.toEqual(before);
    expect(await undone(app, second.id)).toMatchObject({ state: 'undone' });
    expect(await state()).toEqual(before);
    const [built] = await rowsOf<{ id: number; name: string }>(
      app,
      `select h.id, m.name from households h join members m on m.household_id = h.id and m.is_head where h.import_batch_id = ${first.id} order by h.id`,
    );
    await app.owner.query(`update households set remark = '电话核实' where id = ${built?.id ?? 0}`);
    expect(await undone(app, first.id)).toMatchObject({
      state: 'committed',
      message: expect.stringContaining(`${built?.name ?? '-'}（已认定或更正）`) as unknown,
    });
    await expectExactStatistics(app);
    await expectCurrentWarnings(app);
  });
});

describe('a household list that is written while a clerk corrects a place', () => {
  it('leaves the household where the clerk put it, also when it is taken back', async () => {
    const first = await committed(app, (await tried(app, smallList('X'))).id);
    const [standing] = await rowsOf<{ id: number; elsewhere: string }>(
      app,
      `select h.id, (select max(r.code) from regions r where r.level = 5 and starts_with(r.code, '${COUNTY}')
         and not starts_with(r.code, left(h.region_code, 9)) and r.merged_into is null) as elsewhere
       from households h where h.import_batch_id = ${first.id} order by h.id limit 1`,
    );
    if (!standing) throw new Error('The list made no household');
    const second = await tried(app, smallList('X').replaceAll(',汉族,', ',苗族,'));
    expect(second.households).toMatchObject({ changed: 1 });
    const save = `update households set region_code = '${standing.elsewhere}' where id = ${standing.id}`;
    expect(await meanwhile(app, [save], () => committed(app, second.id))).toMatchObject({ state: 'committed' });
    const place = () =>
      rowsOf(app, `select region_code as place, import_batch_id as batch from households where id = ${standing.id}`);
    expect(await place()).toEqual([{ place: standing.elsewhere, batch: second.id }]);
    expect(await undone(app, second.id)).toMatchObject({ state: 'undone' });
    expect(await place()).toEqual([{ place: standing.elsewhere, batch: first.id }]);
  });
});

describe('a household list that is taken back', () => {
  it('waits for who saves one of its households at that moment, and is refused then', async () => {
    const job = await committed(app, (await tried(app, smallList('W'))).id);
    const [built] = await rowsOf<{ id: number }>(
      app,
      `select max(id) as id from households where import_batch_id = ${job.id}`,
    );
    const save = `update households set remark = '电话核实' where id = ${built?.id ?? 0}`;
    expect(await meanwhile(app, [save], () => undone(app, job.id))).toMatchObject({
      state: 'committed',
      message: expect.stringContaining('已认定或更正') as unknown,
    });
    expect(await countOf(app, `households where id = ${built?.id ?? 0} and remark = '电话核实'`)).toBe(1);
  });

  it('is refused where somebody has given an archive to one of its households', async () => {
    const job = await committed(app, (await tried(app, smallList('V'))).id);
    await app.owner.query(
      `insert into renovations (region_code, head_name, household_id)
       select region_code, '手工关联', id from households where import_batch_id = $1 order by id limit 1`,
      [job.id],
    );
    expect(await undone(app, job.id)).toMatchObject({
      state: 'committed',
      message: expect.stringContaining('已关联危房改造档案') as unknown,
    });
  });
});

type Entry = Readonly<Record<string, string | null>>;

async function entries(count: number): Promise<Entry[]> {
  return rowsOf<Entry>(
    app,
    `select region_code, household_number, person_name, id_number, resettlement_mode, resettlement_site, project, status,
       start_date::text, completion_date::text, move_in_date::text
     from relocation_entries where region_code like '${COUNTY}%' and id_key is not null order by id limit ${count}`,
  );
}

function entryRow(entry: Entry | undefined): string[] {
  return Object.values(entry ?? {}).map((value) => value ?? '');
}

function allEntries(): Promise<unknown> {
  return rowsOf(
    app,
    `select id, region_code, household_number, person_name, id_number, id_key, resettlement_mode, resettlement_site, project,
    status, start_date, completion_date, move_in_date, vanished_at, import_batch_id from relocation_entries order by id`,
  );
}
