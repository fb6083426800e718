import type { StatisticsTable } from '@anju/domain/contracts';
import { STATISTICS_TABLES } from '@anju/domain';
import type ExcelJS from 'exceljs';
import type { Response } from 'supertest';
import { startTestApp, type TestApp } from '../../harness/app';
import { workbookOf } from '../../harness/workbook';

const COUNTY = '520425';
const HEAD_ROWS = 4;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  // One household that is bound to the county itself, and one that is beside the list.
  await app.owner.query(
    `update households set region_code = '520425' where id = (select min(id) from households where region_code like '520425%')`,
  );
  await app.owner.query(
    `update households set source = 'offList' where id = (select max(id) from households where region_code like '520425%')`,
  );
});

afterAll(() => app.stop());

async function table(name: string, region: string, scope: string): Promise<StatisticsTable> {
  const caller = await app.as('demo-province');
  return (await caller.get(`/api/statistics/tables/${name}?region=${region}&scope=${scope}`).expect(200))
    .body as StatisticsTable;
}

async function aTownship(): Promise<string> {
  const { rows } = await table('T1', COUNTY, 'registry');
  return rows.find(({ cells }) => (cells.N ?? 0) > 0)?.regionCode ?? '';
}

async function ask(address: string, username = 'demo-province'): Promise<Response> {
  const caller = await app.as(username);
  return caller.get(`/api/statistics/tables/${address}`).responseType('blob');
}

async function workbook(address: string): Promise<ExcelJS.Workbook> {
  const answer = await ask(address);
  expect([answer.status, answer.headers['content-type']]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  // supertest does not know what a body is; of a blob it is bytes.
  return workbookOf(answer.body as Buffer);
}

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.worksheets.find((one) => one.name.startsWith(`${name} `));
  if (!sheet) throw new Error(`The workbook has no sheet ${name}`);
  return sheet;
}

/** Names, codes and numbers of the rows below the heads, without the last row, which is the note. */
function rowsOf(sheet: ExcelJS.Worksheet, columns: number): unknown[][] {
  const count = sheet.rowCount - HEAD_ROWS - 1;
  return Array.from({ length: count }, (_row, row) =>
    Array.from({ length: columns + 2 }, (_column, column) => sheet.getCell(row + HEAD_ROWS + 1, column + 1).value),
  );
}

function expectedRows({ columns, region, rows, total }: StatisticsTable): unknown[][] {
  const cells = (values: Readonly<Record<string, number | null>>) => columns.map(({ key }) => values[key] ?? null);
  return [
    ['合计', region, ...cells(total)],
    ...rows.map((row) => [row.regionName, row.regionCode, ...cells(row.cells)]),
  ];
}

describe('the workbook of a region', () => {
  it.each([
    ['a county, the list', COUNTY, 'registry'],
    ['a county, all', COUNTY, 'all'],
    ['a county, beside the list', COUNTY, 'offList'],
    ['the province, all', '52', 'all'],
    ['a township', 'township', 'registry'],
  ])('holds every cell of every table door: %s', async (_name, place, scope) => {
    const region = place === 'township' ? await aTownship() : place;
    const book = await workbook(`all/workbook?region=${region}&scope=${scope}`);
    const counting = STATISTICS_TABLES.filter((name) => name !== 'T3' || scope === 'registry');
    expect(book.worksheets.map(({ name }) => name.split(' ')[0])).toEqual(counting);
    let cells = 0;
    for (const name of counting) {
      const wanted = await table(name, region, scope);
      const rows = expectedRows(wanted);
      expect([name, rowsOf(sheetOf(book, name), wanted.columns.length)]).toEqual([name, rows]);
      cells += rows.flat().length;
    }
    expect(cells).toBeGreaterThan(100);
  });

  it('says in its title which region and which time, and merges the heads of a group', async () => {
    const book = await workbook(`all/workbook?region=${COUNTY}`);
    const sheet = sheetOf(book, 'T1');
    expect(sheet.getCell('A1').value).toBe('紫云苗族布依族自治县保障方式统计');
    expect(sheet.getCell('A2').value).toMatch(
      /^统计范围：名单内　统计时间：\d{4}-\d{2}-\d{2} \d{2}:\d{2}（北京时间）$/,
    );
    expect(sheet.getCell('A3').isMerged && sheet.getCell('A4').master.address).toBe('A3');
    const { columns } = await table('T1', COUNTY, 'registry');
    const group = columns.findIndex(({ key }) => key === 'safeAfterRenovation');
    const head = sheet.getCell(3, group + 3);
    expect(head.value).toBe(columns[group]?.group);
    expect(sheet.getCell(3, group + 6).master.address).toBe(head.address);
    expect([0, 1, 2, 3].map((step) => sheet.getCell(4, group + 3 + step).value)).toEqual(
      columns.slice(group, group + 4).map(({ label }) => label),
    );
    expect(sheet.getCell(5, 3).numFmt).toBe('#,##0');
    const shares = sheetOf(book, 'T2');
    expect(shares.getCell(5, 5).numFmt).toBe('0.00"%"');
    expect(sheet.getCell(sheet.rowCount, 1).value).toMatch(/^口径　/);
  });

  it('of one table has one sheet, under a name that says which', async () => {
    const answer = await ask(`T5/workbook?region=${COUNTY}`);
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toMatch(
      /紫云苗族布依族自治县农村危房改造情况 \d{4}-\d{2}-\d{2}\.xlsx$/,
    );
    expect((await workbook(`T5/workbook?region=${COUNTY}`)).worksheets).toHaveLength(1);
  });
});

describe('the workbook of all counties', () => {
  it('holds each city with its counties, with the numbers of their own tables', async () => {
    const book = await workbook('all/workbook?region=52&scope=all&rows=counties');
    const province = await table('T1', '52', 'all');
    const rows = rowsOf(sheetOf(book, 'T1'), province.columns.length);
    const numbers = new Map(rows.map(([, code, ...cells]) => [code, cells]));
    const cellsOf = ({ columns }: StatisticsTable, cells: Readonly<Record<string, number | null>>) =>
      columns.map(({ key }) => cells[key] ?? null);
    let counties = 0;
    for (const city of province.rows) {
      expect(numbers.get(city.regionCode)).toEqual(cellsOf(province, city.cells));
      const below = await table('T1', city.regionCode, 'all');
      for (const county of below.rows.filter(({ unplaced }) => !unplaced)) {
        expect([county.regionName, numbers.get(county.regionCode)]).toEqual([
          county.regionName,
          cellsOf(below, county.cells),
        ]);
        counties += 1;
      }
    }
    expect(counties).toBeGreaterThan(80);
    expect(rows[0]).toEqual(['合计', '52', ...cellsOf(province, province.total)]);
  });

  it('is offered for a province or a city only', async () => {
    const answer = await ask(`all/workbook?region=${COUNTY}&rows=counties`);
    expect(answer.status).toBe(400);
    expect(String(answer.body)).toContain('请选择省或市');
  });
});

describe('a workbook that cannot be made', () => {
  it.each([
    ['an unknown table', 'T10/workbook', 400],
    ['T3 beside the list', 'T3/workbook?scope=all', 400],
    ['a region outside one’s own', 'all/workbook?region=110101', 404],
    ['an unknown region', 'all/workbook?region=529999', 404],
  ])('is refused: %s', async (_name, address, status) => {
    const answer = await ask(address);
    expect(answer.status).toBe(status);
    expect(String(answer.body)).toMatch(/"message":"[^"]*[一-龥]/);
  });
});
