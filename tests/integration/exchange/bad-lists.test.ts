import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { startTestApp, type TestApp } from '../../harness/app';
import { smallList, tried, until } from './exchange-doors';
import { zipOf } from './zip-file';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const MIB = 1024 ** 2;
const BOMB = '工作簿解压后过大或压缩比异常，拒绝读取；请只保留名单一张工作表，另存为 XLSX 或 CSV 后再导入';

describe('a bad workbook', () => {
  it('that is a zip bomb is refused in words and in no time', async () => {
    const sheet = deflateRawSync(Buffer.alloc(300 * MIB));
    const job = await tried(app, bomb({ packed: sheet, size: 300 * MIB }), 'bomb.xlsx');
    expect(job).toMatchObject({ state: 'failed', message: BOMB });
  });

  it('that unpacks to more than it declares is refused', async () => {
    const sheet = deflateRawSync(Buffer.alloc(100 * MIB));
    const job = await tried(app, bomb({ packed: sheet, size: 1000 }), 'liar.xlsx');
    expect(job).toMatchObject({ state: 'failed', message: BOMB });
  });

  it('that is damaged is refused', async () => {
    const whole = await workbook((sheet) => fill(sheet, smallList('Q')));
    const job = await tried(app, whole.subarray(0, whole.length / 2), 'half.xlsx');
    expect(job).toMatchObject({ state: 'failed', message: '文件不是完整的 XLSX 工作簿，请重新另存后再导入' });
  });
});

describe('a workbook with programs or formulas', () => {
  it('is refused for its macros', async () => {
    const macro = { name: 'xl/vbaProject.bin', packed: deflateRawSync(Buffer.from('x')), size: 1 };
    const job = await tried(app, zipOf([...frame(), macro]), 'macro.xlsm');
    expect(job).toMatchObject({ state: 'failed', message: expect.stringContaining('工作簿带有宏') as unknown });
  });

  it('is read by what its formulas came to, and refused where nobody has computed them', async () => {
    const [header = '', ...rows] = smallList('Y').split('\r\n');
    const computed = (result: string | undefined) =>
      workbook((sheet) => {
        fill(sheet, [header, ...rows].join('\r\n'));
        const cell = sheet.getRow(2).getCell(6);
        const formula = { formula: 'CONCAT("女")' };
        cell.value = result === undefined ? formula : { ...formula, result };
      });
    const gender = rows[0]?.split(',')[5] ?? '';
    const good = await tried(app, await computed(gender), 'formula.xlsx');
    expect(good).toMatchObject({ state: 'checked', households: { new: 3 }, facts: { formulas: true } });
    const wrong = await workbook((sheet) => {
      fill(sheet, smallList('Z'));
      sheet.getRow(2).getCell(6).value = { formula: '1/0', result: { error: '#DIV/0!' } };
    });
    for (const bytes of [await computed(undefined), wrong]) {
      const job = await tried(app, bytes, 'uncomputed.xlsx');
      expect(job.errors).toContainEqual({
        row: 2,
        field: '性别',
        message: '性别是公式，没有可读取的结果，请复制后选择性粘贴为数值',
      });
    }
  });
});

describe('a workbook', () => {
  it('with a million empty rows is read in bounded memory', async () => {
    const rows = smallList('M')
      .split('\r\n')
      .map((line) => line.split(','));
    const started = Date.now();
    const watched = memoryOfImports();
    const job = await tried(app, millionRows(rows), 'empty.xlsx');
    const peak = await watched();
    expect(job).toMatchObject({ state: 'checked', households: { new: 3 }, rows: rows.length - 1 });
    console.log(`a million empty rows: ${Date.now() - started} ms, ${Math.round(peak / MIB)} MiB`);
    expect(peak).toBeLessThan(512 * MIB);
  }, 120_000);

  it('with two sheets is read from its first visible one, and says so', async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.state = 'hidden';
      fill(book.addWorksheet('名单'), smallList('N'));
      fill(book.addWorksheet('另一张'), smallList('O'));
    });
    const job = await tried(app, bytes, 'two.xlsx');
    expect(job).toMatchObject({ households: { new: 3 }, facts: { sheet: '名单', otherSheets: ['另一张'] } });
  });

  it('with merged cells says so, and refuses the rows that look empty by it', async () => {
    const bytes = await workbook((sheet) => {
      fill(sheet, smallList('P'));
      sheet.mergeCells('B2:B3');
    });
    const job = await tried(app, bytes, 'merged.xlsx');
    expect(job.facts).toMatchObject({ mergedCells: true });
    expect(job.errorCount).toBeGreaterThan(0);
  });
});

describe('a list in text', () => {
  it.each(['gb18030', 'utf-8 with mark'])('is read in %s', async (encoding) => {
    const text = smallList(encoding === 'gb18030' ? 'R' : 'S');
    const bytes = encoding === 'gb18030' ? await inGb18030(text) : Buffer.from(`\ufeff${text}`);
    expect(await tried(app, bytes)).toMatchObject({ state: 'checked', households: { new: 3, refused: 0 } });
  });

  it('of two encodings is refused, whichever comes first', async () => {
    const [header = '', ...rows] = smallList('X').split('\r\n');
    const half = Math.ceil(rows.length / 2);
    const [first, second] = [[header, ...rows.slice(0, half), ''].join('\r\n'), rows.slice(half).join('\r\n')];
    const ends = await Promise.all([
      tried(app, Buffer.concat([await inGb18030(first), Buffer.from(`${second}\r\n`)]), '先 GB.csv'),
      tried(app, Buffer.concat([Buffer.from(first.repeat(200)), await inGb18030(second)]), '先 UTF-8.csv'),
    ]);
    expect(ends.map(({ state }) => state)).toEqual(['failed', 'failed']);
    expect(ends[0]?.message).toContain('混用了不同的编码');
    expect(ends[1]?.message).toContain('前后编码不一致');
  });

  it('of another province is refused row by row, and cannot be committed', async () => {
    const list = smallList('T').replaceAll(/^520425/gm, '110101');
    const job = await tried(app, list);
    expect(job).toMatchObject({ state: 'checked', households: { new: 0, refused: 3 } });
    expect(new Set(job.errors.map(({ message }) => message))).toEqual(new Set(['不在本省范围']));
    const caller = await app.as('demo-province');
    const answer = await caller.post(`/api/exchange/imports/${job.id}/commit`).expect(422);
    expect(answer.body).toMatchObject({ message: '名单中没有可导入的内容，请更正后重新上传' });
  });

  it('that is none is refused with the columns that it lacks', async () => {
    const { state, message } = await tried(app, '姓名,年龄\r\n张三,30');
    expect([state, message?.slice(0, 8)]).toEqual(['failed', '名单表头缺少列：']);
  });
});

/** Node encodes no GB18030; iconv-lite stands among the packages that the application has. */
async function inGb18030(text: string): Promise<Buffer> {
  const { encode } = (await import('iconv-lite')) as { encode(text: string, encoding: string): Buffer };
  return encode(text, 'gb18030');
}

async function workbook(fillBook: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fillBook(book.addWorksheet('Sheet1'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function fill(sheet: ExcelJS.Worksheet, list: string): void {
  for (const line of list.split('\r\n')) sheet.addRow(line.replace(/^\ufeff/, '').split(','));
}

function bomb(sheet: { readonly packed: Buffer; readonly size: number }): Buffer {
  return zipOf([...frame(), { name: 'xl/worksheets/sheet1.xml', ...sheet }]);
}

/** A sheet whose rows are followed by empty ones up to a million, with a format but no text. */
function millionRows(rows: readonly (readonly string[])[]): Buffer {
  const full = rows.map((cells, index) => {
    const written = cells.map(
      (cell, column) =>
        `<c r="${String.fromCharCode(65 + column)}${index + 1}" t="inlineStr"><is><t>${cell.replace(/^\ufeff/, '')}</t></is></c>`,
    );
    return `<row r="${index + 1}">${written.join('')}</row>`;
  });
  const empty = Array.from({ length: 1_000_000 }, (_, index) => {
    const number = rows.length + index + 1;
    return `<row r="${number}"><c r="A${number}" s="0"/></row>`;
  });
  const xml = Buffer.from(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${full.join('')}${empty.join('')}</sheetData></worksheet>`,
  );
  return zipOf([...frame(), { name: 'xl/worksheets/sheet1.xml', packed: deflateRawSync(xml), size: xml.length }]);
}

function frame() {
  const part = (name: string, text: string) => ({
    name,
    packed: deflateRawSync(Buffer.from(text)),
    size: Buffer.byteLength(text),
  });
  return [
    part(
      'xl/workbook.xml',
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
  ];
}

/** Follows the memory of import processes from the kernel's own account; answers the highest, in bytes. */
function memoryOfImports(): () => Promise<number> {
  let peak = 0;
  let wanted = true;
  const watching = until(
    async () => {
      peak = Math.max(peak, await largestImport());
      return wanted;
    },
    (isWanted) => !isWanted,
  );
  return async () => {
    wanted = false;
    await watching;
    return peak;
  };
}

async function largestImport(): Promise<number> {
  const { rows } = await app.owner.query<{ pid: number }>(
    `select substring(application_name from 'pid (\\d+)')::integer as pid from pg_stat_activity
     where application_name like 'anju import % pid %' and datname = current_database()`,
  );
  const { readFileSync } = await import('node:fs');
  const sizes = rows.map(({ pid }) => {
    try {
      return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
    } catch {
      return 0; // it has ended
    }
  });
  return Math.max(0, ...sizes);
}
