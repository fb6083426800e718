import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type HouseholdListReport, importHouseholdList, ListRefused } from '@anju/exchange/imports';
import ExcelJS from 'exceljs';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../harness/app';
import { changed, file, FIXTURES, headLines, lines, LIST } from './list-file';
import { expectExactStatistics, rowsOf } from './register-checks';

const COUNTY = '520425';
const OTHER_COUNTY = '520402';

interface ExpectedList {
  readonly rows: number;
  readonly households: { readonly new: number; readonly refused: number };
  readonly persons: { readonly new: number; readonly refused: number };
  readonly errors: readonly { readonly row: number; readonly field: string }[];
}
const expected = JSON.parse(readFileSync(path.join(FIXTURES, 'household-list.expected.json'), 'utf8')) as {
  csv: ExpectedList;
  xlsx: ExpectedList;
}; // foreign edge: written by make-household-list.mjs

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

describe('a dry run', () => {
  it('counts the list of 5,000 households and names its known errors, and changes nothing', async () => {
    const before = await registered();
    const report = await importList(LIST, 'dryRun');
    expect(report).toMatchObject({
      batchId: null,
      rows: expected.csv.rows,
      households: { ...expected.csv.households, changed: 0, unchanged: 0 },
      persons: { ...expected.csv.persons, changed: 0, unchanged: 0 },
      errorCount: expected.csv.errors.length,
    });
    expect(report.errors.map(({ row, field }) => ({ row, field }))).toEqual(expected.csv.errors);
    expect(await registered()).toEqual(before);
  });

  it('refuses the number cells of a workbook', async () => {
    const report = await importList(path.join(FIXTURES, 'household-list.xlsx'), 'dryRun');
    expect(report).toMatchObject({ rows: expected.xlsx.rows, households: expected.xlsx.households });
    expect(report.errors).toEqual(expected.xlsx.errors.map((error) => ({ ...error, message: '身份证号列必须为文本' })));
  });

  it('refuses every row outside the region', async () => {
    const report = await importList(LIST, 'dryRun', OTHER_COUNTY);
    expect(report.households).toEqual({ new: 0, changed: 0, unchanged: 0, vanished: 0, refused: 5000 });
    expect(report.errors.slice(0, 3).map((error) => error.message)).toEqual(Array(3).fill('不在您的行政区划内'));
  });
});

describe('a refused file', () => {
  it('names the missing column, leaves no transaction open and changes nothing', async () => {
    const before = await registered();
    const lacking = changed(app, (line, index) => (index === 0 ? line.replace('证件号码', '其他') : line));
    await expect(importList(lacking, 'commit')).rejects.toThrow(new ListRefused('名单表头缺少列：证件号码'));
    expect(await registered()).toEqual(before);
  });

  it('that breaks off in the middle changes nothing', async () => {
    const before = await registered();
    const broken = changed(app, (line, index) => (index === 9000 ? `"${line}` : line));
    await expect(importList(broken, 'commit')).rejects.toThrow('CSV 格式有误');
    expect(await registered()).toEqual(before);
  });
});

describe('a list of which nothing can be taken', () => {
  it('changes nothing, and says so', async () => {
    const before = await registered();
    const report = await importList(await workbookOfNumbers(), 'commit');
    expect(report).toMatchObject({
      batchId: null,
      nothingAcceptable: true,
      households: { new: 0, changed: 0, unchanged: 0, refused: 60 },
    });
    expect(new Set(report.errors.map(({ message }) => message))).toEqual(new Set(['身份证号列必须为文本']));
    expect(await registered()).toEqual(before);
  });
});

describe('a committed list', () => {
  let unrecognisedBefore: number;
  let report: HouseholdListReport;

  beforeAll(async () => {
    unrecognisedBefore = await unrecognisedOf('demo-clerk');
    report = await importList(LIST, 'commit');
  });

  it('is in the statistics of the county at once, cells and rows alike', async () => {
    expect(report.households.new).toBe(expected.csv.households.new);
    expect((await unrecognisedOf('demo-clerk')) - unrecognisedBefore).toBe(expected.csv.households.new);
    await expectExactStatistics(app);
  });

  it('is one journal entry and one batch', async () => {
    expect(
      await rowsOf(app, `select action, subject_id::integer as id from anju.journal where action = 'import'`),
    ).toEqual([{ action: 'import', id: report.batchId }]);
    expect(await rowsOf(app, `select id from anju.import_batch where file_name <> '演示数据'`)).toEqual([
      { id: report.batchId },
    ]);
    const created = `select 1 from anju.journal j join members m on m.id = j.subject_id
      where j.subject_table = 'members' and j.action = 'create' and m.person_number like 'LIST%'`;
    expect(await rowsOf(app, created)).toEqual([]);
  });

  it('flags, and keeps, the households that it no longer names', async () => {
    const [flagged] = await rowsOf(
      app,
      `select count(*)::integer as n from households where vanished_at is not null and region_code like '${COUNTY}%'`,
    );
    expect(flagged).toEqual({ n: report.households.vanished });
    const demonstration = `registry_number like 'DEMO%' and region_code like '${COUNTY}%'`;
    expect(await rowsOf(app, `select count(*)::integer as n from households where ${demonstration}`)).toEqual([
      flagged,
    ]);
  });

  it('changes nothing when it comes again', async () => {
    const again = await importList(LIST, 'commit');
    expect(again.households).toMatchObject({ new: 0, changed: 0, unchanged: expected.csv.households.new, vanished: 0 });
    expect(again.persons).toMatchObject({ new: 0, changed: 0, unchanged: expected.csv.persons.new, vanished: 0 });
  });

  it('cannot take a number that is registered outside the region, and is not told whose it is', async () => {
    const [line = ''] = headLines();
    const moved = file(app, 'moved.csv', `${lines()[0]}\n${line.replace(/^\d+/, '520402104')}\n`);
    const refusedList = await importList(moved, 'commit', OTHER_COUNTY);
    expect(refusedList).toMatchObject({ batchId: null, nothingAcceptable: true });
    expect(refusedList.households).toMatchObject({ new: 0, changed: 0, refused: 1 });
    expect(refusedList.errors.map((error) => error.message)).toEqual(['编号已登记在其他地方，不在您的行政区划内']);
  });
});

function importList(list: string, mode: 'dryRun' | 'commit', regionCode = COUNTY): Promise<HouseholdListReport> {
  return importHouseholdList({ client, file: list, regionCode, mode });
}

async function registered(): Promise<unknown> {
  return rowsOf(
    app,
    `select (select count(*) from households) as households, (select count(*) from members) as members,
       (select count(*) from anju.journal) as journal, (select count(*) from anju.import_batch) as batches`,
  );
}

async function unrecognisedOf(username: string): Promise<number> {
  const caller = await app.as(username);
  const answer = await caller.get(`/api/statistics/tables/T1?region=${COUNTY}`).expect(200);
  return (answer.body as { total: { unrecognised: number } }).total.unrecognised;
}

/** The fixture's workbook with every identity number as a number. */
async function workbookOfNumbers(): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path.join(FIXTURES, 'household-list.xlsx'));
  const [sheet] = workbook.worksheets;
  const column = sheet?.getRow(1).values;
  const place = Array.isArray(column) ? column.indexOf('证件号码') : -1;
  sheet?.eachRow((row, number) => {
    if (number > 1) row.getCell(place).value = 690490197112042100;
  });
  const target = path.join(app.dataDir, 'numbers.xlsx');
  await workbook.xlsx.writeFile(target);
  return target;
}
