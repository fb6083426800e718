import type { ExportJob, HouseholdRecord } from '@anju/domain/contracts';
import type ExcelJS from 'exceljs';
import { startTestApp, type TestApp } from '../../harness/app';
import { bytesOf } from '../../harness/bytes';
import { meanwhile } from '../../harness/meanwhile';
import { workbookOf } from '../../harness/workbook';
import { committed, exported, tried, undone } from './exchange-doors';
import { countOf, expectCurrentWarnings, expectExactStatistics } from './register-checks';

const CLERK = { kind: 'recognition', who: 'demo-clerk' } as const;
const KIND = '住房安全保障情况';
const RESULT = '鉴定（评定）结果（原住房安全）';
const APPRAISER = '鉴定（评定）人（原住房安全）';
const APPRAISED_ON = '鉴定（评定）时间（原住房安全）';

let app: TestApp;
let workbook: ExcelJS.Workbook;
let job: ExportJob;

beforeAll(async () => {
  app = await startTestApp();
  // Nobody's archive or list entry says anything of them, and no warning stands at them yet.
  job = await exported(app, 'demo-clerk', {
    resource: 'recognition',
    filter: { linked: 'none', source: 'registry' },
    format: 'xlsx',
  });
  workbook = await workbookOf(await bytesOf(await app.as('demo-clerk'), `/api/exchange/exports/${job.id}/file`));
});
afterAll(() => app.stop());

it('is a locked sheet of the unrecognised with the options in force to choose from', () => {
  expect(job).toMatchObject({ state: 'done', resource: 'recognition', unmasked: false });
  const [sheet, choices] = workbook.worksheets;
  expect([sheet?.name, choices?.name, choices?.state]).toEqual(['认定信息表', '选项', 'hidden']);
  expect(sheet?.rowCount).toBe(job.rowsDone + 1);
  expect(isProtected(theSheet())).toBe(true);
  const offered = (title: string) => {
    const place = sheet?.getRow(2).getCell(columnOf(title)).dataValidation;
    const [, letter = '', last = ''] = /!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/.exec(String(place?.formulae[0])) ?? [];
    return Array.from({ length: Number(last) }, (_none, index) => choices?.getCell(`${letter}${index + 1}`).text);
  };
  expect(offered(RESULT)).toEqual(['A级', 'B级', '评定安全']);
  expect(offered(KIND)).toContain('公益性住房');
  const reviewers = sheet?.getRow(2).getCell(columnOf('录入人')).text;
  expect(reviewers).toBe('演示县级录入人');
  expect(sheet?.getRow(2).getCell(columnOf('户主姓名')).protection?.locked ?? true).toBe(true);
  expect(sheet?.getColumn(columnOf(RESULT)).protection?.locked).toBe(false);
});

it('is imported by the form’s own rules, and refuses by name who was recognised or changed meanwhile', async () => {
  const meanwhile = await recordOf(7);
  const clerk = await app.as('demo-clerk');
  const other = { ...SAFE, entryPerson: '另一人', version: meanwhile.version };
  await clerk.put(`/api/registry/households/${meanwhile.id}/safeguard`).send(other).expect(200);
  const moved = await recordOf(8);
  await clerk
    .put(`/api/registry/households/${moved.id}`)
    .send({ version: moved.version, remark: '电话核实' })
    .expect(200);

  fill(2, { [KIND]: '原住房鉴定（评定）安全', [RESULT]: 'A级', [APPRAISER]: '县住建局', [APPRAISED_ON]: '2019/6/1' });
  fill(3, { [KIND]: '农村危房改造', '原住房鉴定（评定）结果（危改）': 'C级', '改造方式（危改）': '修缮加固' });
  fill(4, { [KIND]: '原住房鉴定（评定）安全', [RESULT]: 'C级', [APPRAISER]: '县住建局', [APPRAISED_ON]: '2019-06-01' });
  fill(5, { [KIND]: '公益性住房', '保障方式（公益性住房）': '其他', [RESULT]: 'A级' });
  fill(6, { [KIND]: '公益性住房', '保障方式（公益性住房）': '其他', 录入人: '' });
  fill(7, { [KIND]: '其他方式', '保障方式（其他方式）': '租住' });
  fill(8, { [KIND]: '其他方式', '保障方式（其他方式）': '租住' });
  fill(9, { [KIND]: '', '保障方式（其他方式）': '租住' });
  const read = await tried(app, await bytesOfBook(), '认定信息表.xlsx', CLERK);
  expect(read).toMatchObject({
    state: 'checked',
    kind: 'recognition',
    entries: { new: 2, changed: 0, unchanged: job.rowsDone - 8, refused: 6 },
  });
  const [seventh, eighth] = [meanwhile, moved].map((record) => record.members.find(({ isHead }) => isHead)?.name ?? '');
  expect(read.errors.map(({ row, message }) => `${row} ${message}`)).toEqual([
    '4 鉴定（评定）结果“C级”不在可选范围内',
    '5 不属于“公益性住房”，请清空',
    '6 请填写录入人',
    expect.stringMatching(new RegExp(`^7 ${seventh}户已由另一人于 .* 认定，不会覆盖$`)),
    `8 ${eighth}户的信息在导出之后被修改过，请重新导出后填写`,
    '9 没有选择住房安全保障情况',
  ]);

  const ids = [idOf(2), idOf(3)];
  expect(await committed(app, read.id, 'demo-clerk')).toMatchObject({ state: 'committed', message: null });
  const [safe, renovated] = await Promise.all(ids.map((id) => recordById(id)));
  expect(safe).toMatchObject({
    recognised: true,
    safeguard: {
      kind: 'originalSafe',
      appraisalResult: 'gradeA',
      appraiser: '县住建局',
      appraisalDate: '2019-06-01',
      entryPerson: '演示县级录入人',
    },
  });
  expect(renovated).toMatchObject({
    recognised: true,
    safeguard: { kind: 'renovation', originalAppraisalResult: 'gradeC' },
    renovation: { renovationMode: 'repairStrengthen', povertyType: 'registeredPoor' },
  });
  await expectConsistent();
});

it('is taken back as long as nobody went on, and named otherwise', async () => {
  fill(4, { [RESULT]: 'B级' });
  for (const row of [5, 6, 7, 8, 9])
    fill(row, { [KIND]: '', [RESULT]: '', '保障方式（公益性住房）': '', '保障方式（其他方式）': '' });
  const once = await tried(app, await bytesOfBook(), '认定信息表二.xlsx', CLERK);
  expect(once).toMatchObject({ entries: { new: 1, refused: 2 } });
  const archives = await countOf(app, 'renovations');
  await committed(app, once.id, 'demo-clerk');
  const id = idOf(4);
  expect((await recordById(id)).recognised).toBe(true);
  expect(await undone(app, once.id, 'demo-clerk')).toMatchObject({ state: 'undone' });
  expect((await recordById(id)).recognised).toBe(false);
  expect(await countOf(app, 'renovations')).toBe(archives);
  await expectConsistent();

  const [first] = (
    await app.owner.query<{ id: number; version: number; name: string }>(
      `select h.id, h.version, m.name from households h join members m on m.household_id = h.id and m.is_head where h.id = ${idOf(2)}`,
    )
  ).rows;
  const batch = await app.owner.query<{ id: number }>(
    `select max(id) as id from anju.import_batch where kind = 'recognition' and state = 'committed'`,
  );
  await (
    await app.as('demo-clerk')
  )
    .put(`/api/registry/households/${first?.id ?? 0}`)
    .send({ version: first?.version, remark: '已回访' })
    .expect(200);
  expect(await undone(app, batch.rows[0]?.id ?? 0, 'demo-clerk')).toMatchObject({
    state: 'committed',
    message: expect.stringContaining(`${first?.name ?? '-'}（已更正、审核或上传材料）`) as unknown,
  });
});

it('is not written over an archive that somebody saves at that moment', async () => {
  const id = idOf(5);
  await app.owner.query(
    `insert into renovations (region_code, head_name, household_id) select region_code, '有档案', id from households where id = $1`,
    [id],
  );
  fill(5, { [KIND]: '农村危房改造', '原住房鉴定（评定）结果（危改）': 'C级', '改造方式（危改）': '修缮加固' });
  const job = await tried(app, await bytesOfBook(), '认定信息表三.xlsx', CLERK);
  expect(job.errors.filter(({ row }) => row === 5)).toEqual([]);
  expect(job).toMatchObject({ entries: { new: 1 } });
  const save = `update renovations set renovation_mode = 'rebuildOnSite' where household_id = ${id}`;
  const refused = await meanwhile(app, [save], () => committed(app, job.id, 'demo-clerk'));
  expect(refused).toMatchObject({
    state: 'checked',
    message: expect.stringContaining('的危房改造档案刚刚被他人修改') as unknown,
  });
  expect((await recordById(id)).recognised).toBe(false);
});

describe('exports of the other lists', () => {
  it.each([
    ['demo-county', 'renovations', 'renovations', '户主姓名'],
    ['demo-county', 'relocationEntries', 'relocation_entries', '安置方式'],
    ['demo-county', 'warnings', 'warnings', '预警内容'],
  ])('%s gets the %s of the region, and nobody without the duty', async (who, resource, table, title) => {
    const written = await exported(app, who, { resource, filter: {}, format: 'csv' });
    expect(written).toMatchObject({
      state: 'done',
      rowsDone: await countOf(app, `${table} where region_code like '520425%'`),
    });
    const text = (await bytesOf(await app.as(who), `/api/exchange/exports/${written.id}/file`)).toString('utf8');
    expect(text.split('\r\n')[0]).toContain(title);
    const refused = await (await app.as('demo-clerk'))
      .post('/api/exchange/exports')
      .send({ resource, filter: {}, format: 'csv' });
    expect(refused.status).toBe(403);
  });

  it('an exported relocation list is imported without a change', async () => {
    const written = await exported(app, 'demo-province', {
      resource: 'relocationEntries',
      filter: { regionCode: '520425' },
      format: 'csv',
    });
    const bytes = await bytesOf(await app.as('demo-province'), `/api/exchange/exports/${written.id}/file`);
    const again = await tried(app, bytes, '再导入.csv', { kind: 'relocation' });
    expect(again).toMatchObject({ entries: { new: 0, changed: 0, vanished: 0 } });
  });
});

const SAFE = {
  kind: 'otherMeans',
  otherMeansType: 'renting',
  entryDate: '2020-06-01',
  townshipReviewer: '甲',
  countyReviewer: '乙',
} as const;

function theSheet(): ExcelJS.Worksheet {
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('The workbook has no sheet');
  return sheet;
}

function columnOf(title: string): number {
  const titles = theSheet().getRow(1).values as readonly unknown[];
  const column = titles.findIndex((entry) => entry === title);
  if (column < 1) throw new Error(`No column ${title} among ${titles.join('、')}`);
  return column;
}

function fill(row: number, cells: Readonly<Record<string, string>>): void {
  for (const [title, text] of Object.entries(cells)) theSheet().getRow(row).getCell(columnOf(title)).value = text;
}

async function bytesOfBook(): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** exceljs reads protection into a property that its types leave out. */
function isProtected(sheet: ExcelJS.Worksheet): boolean {
  const { sheetProtection } = sheet as unknown as { readonly sheetProtection?: { readonly sheet?: boolean } };
  return sheetProtection?.sheet === true;
}

function idOf(row: number): number {
  return Number(theSheet().getRow(row).getCell(1).text);
}

function recordOf(row: number): Promise<HouseholdRecord> {
  return recordById(idOf(row));
}

async function recordById(id: number): Promise<HouseholdRecord> {
  return (await (await app.as('demo-clerk')).get(`/api/registry/households/${id}`).expect(200)).body as HouseholdRecord;
}

async function expectConsistent(): Promise<void> {
  await expectCurrentWarnings(app);
  await expectExactStatistics(app);
}
