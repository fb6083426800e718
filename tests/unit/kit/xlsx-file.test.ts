import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { openXlsx } from '../../../plugins/kit/src/workbooks/xlsx-file';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anju-xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COLUMNS = [
  { title: '姓名', width: 10 },
  { title: '人口', width: 8 },
];

describe('a workbook that is written row by row', () => {
  it('is read back as it was written: texts as text cells, counts as numbers', async () => {
    const sheet = await written([
      ['=1+1 <b> & "x"', 3],
      ['690425197001010022', null],
      ['  两 行\n文字\u0001', 0],
    ]);
    expect(sheet.name).toBe('名单');
    expect(sheet.getRow(1).values).toEqual([undefined, '姓名', '人口']);
    expect(sheet.getCell('A2').value).toBe('=1+1 <b> & "x"');
    expect([sheet.getCell('A2').type, sheet.getCell('A2').numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
    expect(sheet.getCell('B2').value).toBe(3);
    expect(sheet.getCell('A3').value).toBe('690425197001010022');
    expect(sheet.getCell('B3').value).toBeNull();
    expect([sheet.getCell('A4').value, sheet.getCell('B4').value]).toEqual(['  两 行\n文字', 0]);
  });

  it('can be many times larger than its buffers', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [`户主${index}`, index] as const);
    const sheet = await written(rows);
    expect(sheet.rowCount).toBe(30_001);
    expect(sheet.getRow(30_001).values).toEqual([undefined, '户主29999', 29_999]);
  });

  it('fails in the end when the disk refuses it', async () => {
    const file = await openXlsx(join(folder, 'nowhere', 'list.xlsx'), '名单', COLUMNS);
    await expect(
      (async () => {
        for (let row = 0; row < 100_000; row += 1) await file.add([`户主${row}`, row]);
        await file.close();
      })(),
    ).rejects.toThrow('ENOENT');
  });
});

async function written(rows: readonly (readonly (string | number | null)[])[]): Promise<ExcelJS.Worksheet> {
  const path = join(folder, 'list.xlsx');
  const file = await openXlsx(path, '名单', COLUMNS);
  for (const row of rows) await file.add(row);
  await file.close();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('The workbook has no sheet');
  return sheet;
}
