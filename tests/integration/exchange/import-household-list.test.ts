import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type HouseholdListReport, importHouseholdList, ListRefused } from '@anju/exchange/imports';
import ExcelJS from 'exceljs';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../../harness/app';
import { changed, file, FIXTURES, headLines, lines, LIST } from './list-file';

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
    expect(await rowsOf('select * from anju.statistics_differences()')).toEqual([]);
  });

  it('is one journal entry and one batch', async () => {
    expect(await rowsOf(`select action, subject_id::integer as id from anju.journal where action = 'import'`)).toEqual([
      { action: 'import', id: report.batchId },
    ]);
    expect(await rowsOf(`select id from anju.import_batch where file_name <> '演示数据'`)).toEqual([
      { id: report.batchId },
    ]);
    const created = `select 1 from anju.journal j join members m on m.id = j.subject_id
      where j.subject_table = 'members' and j.action = 'create' and m.person_number like 'LIST%'`;
    expect(await rowsOf(created)).toEqual([]);
  });

  it('flags, and keeps, the households that it no longer names', async () => {
    const [flagged] = await rowsOf(
      `select count(*)::integer as n from households where vanished_at is not null and region_code like '${COUNTY}%'`,
    );
    expect(flagged).toEqual({ n: report.households.vanished });
    const demonstration = `registry_number like 'DEMO%' and region_code like '${COUNTY}%'`;
    expect(await rowsOf(`select count(*)::integer as n from households where ${demonstration}`)).toEqual([flagged]);
  });

  it('changes nothing when it comes again', async () => {
    const again = await importList(LIST, 'commit');
    expect(again.households).toMatchObject({ new: 0, changed: 0, unchanged: expected.csv.households.new, vanished: 0 });
    expect(again.persons).toMatchObject({ new: 0, changed: 0, unchanged: expected.csv.persons.new, vanished: 0 });
  });

  it('keeps corrections when the list itself changes', async () => {
    const [line = ''] = headLines();
    const [, household = '', person = ''] = line.split(',');
    await app.owner.query(
      `update members set corrected_id_number = '690425197001010022', corrected_phone = '10000000001' where person_number = $1`,
      [person],
    );
    const list = changed(app, (row) =>
      row.includes(person) ? row.replace(/,(10\d{9})?,(?=[^,]*贫困户)/, ',10099999999,') : row,
    );
    const second = await importList(list, 'commit');
    expect(second.households).toMatchObject({ new: 0, changed: 1, vanished: 0 });
    expect(
      await rowsOf(
        `select corrected_id_number, corrected_phone, registry_phone from members where person_number = '${person}'`,
      ),
    ).toEqual([
      { corrected_id_number: '690425197001010022', corrected_phone: '10000000001', registry_phone: '10099999999' },
    ]);
    expect(household).toMatch(/^LIST/);
  });

  it('flags a person that left, hands the household to another head, and takes both back', async () => {
    const [head = '', next = ''] = firstFamily();
    const headNumber = head.split(',')[2] ?? '';
    const nextNumber = next.split(',')[2] ?? '';
    const handed = changed(app, (line) => {
      if (line === head) return undefined;
      return line === next ? asHead(line) : line;
    });
    expect((await importList(handed, 'commit')).persons).toMatchObject({ vanished: 1 });
    expect(await headOf(nextNumber)).toEqual([{ person_number: nextNumber, vanished: false }]);
    expect((await importList(LIST, 'commit')).persons).toMatchObject({ vanished: 0 });
    expect(await headOf(nextNumber)).toEqual([{ person_number: headNumber, vanished: false }]);
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
    `select (select count(*) from households) as households, (select count(*) from members) as members,
       (select count(*) from anju.journal) as journal, (select count(*) from anju.import_batch) as batches`,
  );
}

async function rowsOf(query: string): Promise<unknown[]> {
  return (await app.owner.query<Record<string, unknown>>(query)).rows;
}

async function unrecognisedOf(username: string): Promise<number> {
  const caller = await app.as(username);
  const answer = await caller.get(`/api/statistics/tables/T1?region=${COUNTY}`).expect(200);
  return (answer.body as { total: { unrecognised: number } }).total.unrecognised;
}

async function headOf(personNumber: string): Promise<unknown[]> {
  return rowsOf(
    `select person_number, vanished_at is not null as vanished from members
     where is_head and household_id = (select household_id from members where person_number = '${personNumber}')`,
  );
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

/** The first two persons of a household of two or more. */
function firstFamily(): string[] {
  const all = lines();
  const second = all.findIndex((line, index) => index > 40 && line.includes(',配偶,'));
  return all.slice(second - 1, second + 1);
}

function asHead(line: string): string {
  const cells = line.split(',');
  cells[3] = cells[4] ?? '';
  cells[7] = '户主';
  return cells.join(',');
}
