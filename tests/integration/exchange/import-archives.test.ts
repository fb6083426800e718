import type { RenovationDetail } from '@anju/domain/contracts';
import { startTestApp, type TestApp } from '../../harness/app';
import { meanwhile } from '../../harness/meanwhile';
import { committed, importUntil, tried, undone } from './exchange-doors';
import { csv, people, type Person } from './listed-people';
import { countOf, expectCurrentWarnings, rowsOf } from './register-checks';

const ARCHIVES = { kind: 'renovation', who: 'demo-clerk' } as const;
const ARCHIVE_TITLES =
  '区划代码,档案号,户主姓名,身份证号,农户类型,房屋危险等级,改造方式,建设方式,计划年度,中央补助,省级补助,补助资金合计,开工日期,竣工日期,是否验收,验收人';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('a list of archives', () => {
  it('is the county’s: its clerk imports it inside the county, others are refused', async () => {
    const [person] = await people(app, 1);
    await app.owner.query(
      `insert into renovations (region_code, head_name, archive_number) values ('110101001001', '远方', 'A-3')`,
    );
    const list = csv(ARCHIVE_TITLES, [
      archiveRow(person, 'A-1'),
      archiveRow({ ...person, region_code: '520402104' }, 'A-2'),
      archiveRow(person, 'A-3'),
    ]);
    const township = await (await app.as('demo-city'))
      .post('/api/exchange/imports')
      .field('kind', 'renovation')
      .attach('file', Buffer.from(list), 'a.csv');
    expect(township.status).toBe(403);
    const household = await (await app.as('demo-clerk'))
      .post('/api/exchange/imports')
      .field('kind', 'household')
      .attach('file', Buffer.from(list), 'a.csv');
    expect(household.status).toBe(403);
    const job = await tried(app, list, '档案.csv', ARCHIVES);
    expect(job).toMatchObject({
      entries: { new: 1, refused: 2 },
      errors: [
        { row: 3, message: '不在您的行政区划内' },
        { row: 4, message: '档案号已登记在其他地方，不在您的行政区划内' },
      ],
    });
    await (await app.as('demo-clerk')).post(`/api/exchange/imports/${job.id}/cancel`).expect(200);
    expect((await (await app.as('demo-clerk')).get('/api/exchange/imports').expect(200)).body).not.toContainEqual(
      expect.objectContaining({ kind: 'relocation' }),
    );
  });

  it('is judged by the archive’s own form', async () => {
    const [person] = await people(app, 1);
    const row = (change: Readonly<Record<number, string>>) =>
      archiveRow(person, 'B-1').map((cell, index) => change[index] ?? cell);
    const list = csv(ARCHIVE_TITLES, [
      row({ 5: '很危险' }),
      row({ 9: '100', 10: '200', 11: '500' }),
      row({ 12: '2999-01-01' }),
      row({ 1: '', 3: '123' }),
      row({ 6: '其他' }),
    ]);
    const job = await tried(app, list, '坏档案.csv', ARCHIVES);
    expect(job).toMatchObject({ state: 'checked', entries: { new: 0, refused: 5 } });
    expect(job.errors.map(({ row: number, message }) => `${number} ${message}`)).toEqual([
      '2 原住房鉴定(评定)结果“很危险”不在可选范围内',
      '3 各级补助相加为 300.00 元，与合计不一致',
      '4 开工日期不能晚于今天',
      '4 竣工日期不能早于开工日期',
      '5 身份证号有误，又没有档案号，无法识别是哪份档案',
      '6 请填写改造方式说明',
    ]);
    await (await app.as('demo-clerk')).post(`/api/exchange/imports/${job.id}/commit`).expect(422);
  });

  it('never overwrites what a person corrected, and is not undone once somebody has', async () => {
    const [person] = await people(app, 1);
    const before = await countOf(app, 'renovations');
    const first = await tried(app, csv(ARCHIVE_TITLES, [archiveRow(person, 'C-1')]), '档案一.csv', ARCHIVES);
    expect(first).toMatchObject({ entries: { new: 1 } });
    expect(await committed(app, first.id, 'demo-clerk')).toMatchObject({ state: 'committed' });
    await expectCurrentWarnings(app);
    const archive = await archiveOf('C-1');
    expect(archive).toMatchObject({
      subsidyTotal: 30_000,
      renovationMode: 'repairStrengthen',
      originalAppraisalResult: 'gradeC',
      accepted: true,
    });
    const clerk = await app.as('demo-clerk');
    await clerk
      .put(`/api/registry/renovations/${archive.id}`)
      .send({ version: archive.version, acceptedBy: '李四' })
      .expect(200);

    const refused = await undone(app, first.id, 'demo-clerk');
    expect(refused).toMatchObject({
      state: 'committed',
      message: expect.stringContaining(`${person.name}（已更正或关联）`) as unknown,
    });

    const changed = archiveRow(person, 'C-1').map((cell, index) => ({ 6: '原址翻建', 15: '王五' })[index] ?? cell);
    const second = await tried(app, csv(ARCHIVE_TITLES, [changed]), '档案二.csv', ARCHIVES);
    expect(second).toMatchObject({ entries: { new: 0, changed: 1, vanished: 0 }, kept: 1 });
    expect(await committed(app, second.id, 'demo-clerk')).toMatchObject({ state: 'committed' });
    expect(await archiveOf('C-1')).toMatchObject({ renovationMode: 'rebuildOnSite', acceptedBy: '李四' });

    expect(await undone(app, second.id, 'demo-clerk')).toMatchObject({ state: 'undone' });
    expect(await archiveOf('C-1')).toMatchObject({ renovationMode: 'repairStrengthen', acceptedBy: '李四' });
    expect(await countOf(app, 'renovations')).toBe(before + 1);
    await expectCurrentWarnings(app);
  }, 180_000);

  it('is not undone once somebody has added photos to an archive that it made', async () => {
    const [person] = await people(app, 1);
    const job = await tried(app, csv(ARCHIVE_TITLES, [archiveRow(person, 'P-1')]), '档案照片.csv', ARCHIVES);
    await committed(app, job.id, 'demo-clerk');
    await app.owner.query(
      `insert into evidences (renovation_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
       select id, region_code, 'beforeRenovation', 'a.jpg', 'image/jpeg', 1, 'x', 'aa/bb/before.jpg' from renovations
       where archive_number = 'P-1'`,
    );
    expect(await undone(app, job.id, 'demo-clerk')).toMatchObject({
      state: 'committed',
      message: expect.stringContaining(`${person.name}（已上传改造照片）`) as unknown,
    });
    expect(await countOf(app, 'evidences where renovation_id is not null')).toBe(1);
  });

  it('keeps a correction that is saved while it is written', async () => {
    const [person] = await people(app, 1);
    const first = await tried(app, csv(ARCHIVE_TITLES, [archiveRow(person, 'E-1')]), '档案三.csv', ARCHIVES);
    await committed(app, first.id, 'demo-clerk');
    const changed = archiveRow(person, 'E-1').map((cell, index) => ({ 6: '原址翻建', 15: '王五' })[index] ?? cell);
    const second = await tried(app, csv(ARCHIVE_TITLES, [changed]), '档案四.csv', ARCHIVES);
    expect(second).toMatchObject({ entries: { changed: 1 }, kept: 0 });
    const save = `update renovations set accepted_by = '赵六' where archive_number = 'E-1'`;
    const done = await meanwhile(app, [save], () => committed(app, second.id, 'demo-clerk'));
    expect(done).toMatchObject({ state: 'committed' });
    expect(await archiveOf('E-1')).toMatchObject({ renovationMode: 'rebuildOnSite', acceptedBy: '赵六' });
  });

  it('keeps a correction of an archive that it no longer names, also when it is taken back', async () => {
    const [first, second] = await people(app, 2);
    const rows = [archiveRow(first, 'F-1'), archiveRow(second ?? first, 'F-2')];
    const both = await tried(app, csv(ARCHIVE_TITLES, rows), '档案五.csv', ARCHIVES);
    await committed(app, both.id, 'demo-clerk');
    const one = await tried(app, csv(ARCHIVE_TITLES, rows.slice(0, 1)), '档案六.csv', ARCHIVES);
    expect(one).toMatchObject({ entries: { unchanged: 1, vanished: 1 } });
    const save = `update renovations set accepted_by = '赵六' where archive_number = 'F-2'`;
    const done = await meanwhile(app, [save], () => committed(app, one.id, 'demo-clerk'));
    expect(done).toMatchObject({ state: 'committed' });
    const corrected = `select vanished_at is not null as vanished, accepted_by as by from renovations where archive_number = 'F-2'`;
    expect(await rowsOf(app, corrected)).toEqual([{ vanished: true, by: '赵六' }]);
    expect(await undone(app, one.id, 'demo-clerk')).toMatchObject({ state: 'undone' });
    expect(await rowsOf(app, corrected)).toEqual([{ vanished: false, by: '赵六' }]);
  });

  it('asks what its columns are when nobody knows, and reads the next one by the answer', async () => {
    const [person] = await people(app, 1);
    const titles = ARCHIVE_TITLES.replace('户主姓名', '建档人').replace('计划年度', '批次');
    const list = csv(titles, [archiveRow(person, 'D-1')]);
    const job = await tried(app, list, '怪表头.csv', ARCHIVES);
    expect(job).toMatchObject({ state: 'unmapped', facts: { missing: ['户主姓名', '列入计划的年度'] } });
    const clerk = await app.as('demo-clerk');
    const wrong = await clerk
      .post(`/api/exchange/imports/${job.id}/mapping`)
      .send({ columns: [{ title: '建档人', column: '不存在' }] });
    expect([wrong.status, (wrong.body as { code: string }).code]).toEqual([422, 'ruleBroken']);
    const columns = [
      { title: '建档人', column: 'headName' },
      { title: '批次', column: 'planYear' },
    ];
    await clerk.post(`/api/exchange/imports/${job.id}/mapping`).send({ columns }).expect(200);
    const read = await importUntil(app, job.id, ({ state }) => state === 'checked', 'demo-clerk');
    expect(read).toMatchObject({ entries: { new: 1, refused: 0 } });
    const next = await tried(app, csv(titles, [archiveRow(person, 'D-2')]), '怪表头二.csv', ARCHIVES);
    expect(next).toMatchObject({ state: 'checked', entries: { new: 1 } });
  });
});

function archiveRow({ region_code, name, number }: Person, archiveNumber: string): string[] {
  return [
    region_code,
    archiveNumber,
    name,
    number,
    '建档立卡贫困户',
    'C',
    '修缮加固',
    '自建',
    '2018',
    '20000',
    '10,000',
    '30000',
    '2018-03-01',
    '2018-09-01',
    '是',
    '张三',
  ];
}

async function archiveOf(number: string): Promise<RenovationDetail> {
  const [row] = await rowsOf<{ id: number }>(app, `select id from renovations where archive_number = '${number}'`);
  return (await (await app.as('demo-clerk')).get(`/api/registry/renovations/${row?.id ?? 0}`).expect(200))
    .body as RenovationDetail;
}
