import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ExcelJS from 'exceljs';
import {
  ListRefused,
  type ParsedRow,
  readHouseholdList,
  RegionDirectory,
} from '../../../plugins/exchange/server/lists';

const TITLES =
  '县,乡镇,村,户编号,人编号,户主姓名,姓名,性别,证件号码,与户主关系,民族,联系电话,贫困户属性,主要致贫原因,脱贫属性,脱贫年度';
const HEAD_ROW =
  '紫云苗族布依族自治县,猴场镇,小湾村,H1,P1,杨秀英,杨秀英,女,690425197001010022,户主,苗族,10012345678,一般贫困户,因病,已脱贫,2018';
const REGIONS = [
  { code: '520402', name: '西秀区' },
  { code: '520425', name: '紫云苗族布依族自治县' },
  { code: '520402104', name: '双堡镇' },
  { code: '520425102', name: '猴场镇' },
  { code: '520425102201', name: '小湾村村民委员会' },
  { code: '520425102001', name: '城关社区居民委员会' },
];
const FIXTURES = resolve(__dirname, '../../fixtures');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anju-lists-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a household list in CSV', () => {
  it('gives a person with the fields of the list', async () => {
    expect(await read(csv(TITLES, HEAD_ROW))).toEqual([
      {
        taken: true,
        person: {
          row: 2,
          householdNumber: 'H1',
          personNumber: 'P1',
          regionCode: '520425102201',
          name: '杨秀英',
          isHead: true,
          relation: '户主',
          gender: '女',
          ethnicity: '苗族',
          idNumber: '690425197001010022',
          phone: '10012345678',
          povertyAttribute: '一般贫困户',
          povertyCause: '因病',
          povertyExited: true,
          exitYear: 2018,
        },
      },
    ]);
  });

  it.each(['utf-8 without mark', 'utf-8 with mark', 'utf-16le', 'gb18030'])('is read in %s', async (encoding) => {
    const [row] = await read(file('encoded.csv', encoded(`${TITLES}\r\n${HEAD_ROW}\r\n`, encoding)));
    expect(row).toMatchObject({ taken: true, person: { name: '杨秀英', ethnicity: '苗族' } });
  });

  it('is read whatever its columns are called, in any order, below a title', async () => {
    const titles = TITLES.replace('证件号码', ' 身份证号* ')
      .replace('乡镇', '乡（镇）')
      .replace('脱贫年度', '脱贫年份');
    const reversed = (line: string) => line.split(',').reverse().join(',');
    const [row] = await read(csv('2020年建档立卡贫困户名单', reversed(titles), reversed(HEAD_ROW)));
    expect(row).toMatchObject({ taken: true, person: { row: 3, regionCode: '520425102201', exitYear: 2018 } });
  });

  it.each(['户编号', '人编号', '姓名', '证件号码', '与户主关系', '联系电话', '脱贫属性', '脱贫年度'])(
    'is refused by name when its header lacks %s',
    async (title) => {
      const header = TITLES.replace(new RegExp(`(^|,)${title}(?=,|$)`), '$1无关列');
      await expect(read(csv(header, HEAD_ROW))).rejects.toThrow(new ListRefused(`名单表头缺少列：${title}`));
    },
  );

  it('is refused when a column stands twice', async () => {
    await expect(read(csv(`${TITLES},身份证号`, `${HEAD_ROW},1`))).rejects.toThrow('表头中“证件号码”列重复');
  });

  it.each([
    ['证件号码', '690425197001010022', '6.90425197001E+17', '身份证号列必须为文本'],
    ['村', '小湾村', '大湾村', '猴场镇没有村“大湾村”'],
    ['乡镇', '猴场镇', '双堡镇', '本县没有乡镇“双堡镇”'],
    ['县', '紫云苗族布依族自治县', '不存在县', '没有县“不存在县”'],
    ['性别', '女', 'F', '性别只能是男、女'],
    ['户编号', 'H1', '', '没有填写户编号'],
    ['脱贫属性', '已脱贫', '待定', '脱贫属性只能是已脱贫、未脱贫，不能是“待定”'],
    ['脱贫年度', '2018', '2031', '脱贫年度应为 2014–2020 年，不能是“2031”'],
    ['户主姓名', '杨秀英', '杨秀花', '户主姓名“杨秀花”与户主本人的姓名“杨秀英”不一致'],
  ])('refuses a row at %s', async (field, right, wrong, message) => {
    const rows = await read(csv(TITLES, HEAD_ROW.replace(right, wrong)));
    expect(rows.map(errorsOf)).toEqual([[{ row: 2, field, message }]]);
  });

  it('takes wrong and missing identity numbers: they raise a warning, not a row error', async () => {
    const rows = await read(
      csv(TITLES, HEAD_ROW.replace('690425197001010022', '123'), HEAD_ROW.replace('690425197001010022', '')),
    );
    expect(rows.map((row) => row.taken && row.person.idNumber)).toEqual(['123', null]);
  });

  it('binds a person without a village to the township', async () => {
    const [row] = await read(csv(TITLES, HEAD_ROW.replace('小湾村', '')));
    expect(row).toMatchObject({ person: { regionCode: '520425102' } });
  });

  it('knows regions by code, a township code filled up with zeros included', async () => {
    const titles = TITLES.replace('县,乡镇,村', '行政区划代码');
    const row = (code: string) => HEAD_ROW.replace(/^.*小湾村/, code);
    const rows = await read(csv(titles, row('520425102201'), row('520425102000'), row('520425999001'), row('5204')));
    expect(rows.map((parsed) => (parsed.taken ? parsed.person.regionCode : errorsOf(parsed)[0]?.message))).toEqual([
      '520425102201',
      '520425102',
      '没有行政区划代码 520425999001',
      '行政区划代码应为 12 位的村代码或 9 位的乡镇代码',
    ]);
  });

  it('counts empty lines, so that row numbers are those of the file', async () => {
    const rows = await read(csv(TITLES, '', HEAD_ROW, ',,,,', HEAD_ROW.replace('女', 'F')));
    expect(rows.map((row) => (row.taken ? row.person.row : row.refused.row))).toEqual([3, 5]);
  });

  it('refuses a row with more cells than the header', async () => {
    const rows = await read(csv(TITLES, `${HEAD_ROW},多余`));
    expect(errorsOf(rows[0])).toMatchObject([{ row: 2, message: '列数多于表头，请检查这一行的分隔符' }]);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), '文件是空的'],
    ['a blank file', Buffer.from('\n\n'), '文件中没有任何内容'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '不支持旧版 XLS 文件'],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0]), '文件不是名单'],
    [
      'bytes of no known encoding',
      Buffer.concat([Buffer.from(TITLES), Buffer.from([0x0a, 0xff, 0xff])]),
      '文件编码不是',
    ],
    ['an unpaired quote', Buffer.from(`${TITLES}\n"${HEAD_ROW}`), 'CSV 格式有误'],
    ['another list', Buffer.from('编号,名称\n1,甲\n'), '名单表头缺少列'],
  ])('refuses %s in words', async (_, content, message) => {
    await expect(read(file('other.csv', content))).rejects.toThrow(message);
    await expect(read(file('other.csv', content))).rejects.toBeInstanceOf(ListRefused);
  });

  it('is refused in words when it does not exist or is a folder', async () => {
    await expect(read(join(folder, 'absent.csv'))).rejects.toThrow(new ListRefused('找不到文件，请检查文件名和路径'));
    await expect(read(folder)).rejects.toThrow(new ListRefused('这是一个文件夹，请选择名单文件'));
  });
});

describe('a household list in XLSX', () => {
  it('refuses a row whose identity number is a number cell, and takes text', async () => {
    const path = await workbook([TITLES.split(','), HEAD_ROW.split(','), numberCells(HEAD_ROW, 8)]);
    const rows = await read(path);
    expect(rows.map((row) => row.taken)).toEqual([true, false]);
    expect(errorsOf(rows[1])).toEqual([{ row: 3, field: '证件号码', message: '身份证号列必须为文本' }]);
  });

  it('takes a year and a phone that are numbers', async () => {
    const cells = HEAD_ROW.split(',').map((cell, index) => (index === 11 || index === 15 ? Number(cell) : cell));
    const [row] = await read(await workbook([TITLES.split(','), cells]));
    expect(row).toMatchObject({ taken: true, person: { phone: '10012345678', exitYear: 2018 } });
  });

  it('is refused when the file is cut off', async () => {
    const whole = readFileSync(await workbook([TITLES.split(','), HEAD_ROW.split(',')]));
    const cut = file('cut.xlsx', whole.subarray(0, whole.length / 2));
    await expect(read(cut)).rejects.toThrow('文件不是完整的 XLSX 工作簿');
  });

  it('is refused by name when its header lacks a column', async () => {
    const path = await workbook([TITLES.replace('证件号码', '备注').split(','), HEAD_ROW.split(',')]);
    await expect(read(path)).rejects.toThrow('名单表头缺少列：证件号码');
  });
});

describe('the list of 5,000 households', () => {
  const expected = JSON.parse(readFileSync(join(FIXTURES, 'household-list.expected.json'), 'utf8')) as {
    csv: { rows: number; errors: { row: number; field: string }[] };
    xlsx: { rows: number; errors: { row: number; field: string }[] };
  }; // foreign edge: written by make-household-list.mjs

  it('has the known errors that a row alone shows, and no others', async () => {
    const rows = await read(join(FIXTURES, 'household-list.csv'), villagesOfFixture());
    const found = rows.flatMap(errorsOf).map(({ row, field }) => ({ row, field }));
    const known = expected.csv.errors;
    expect(rows.length).toBe(expected.csv.rows);
    expect(known).toEqual(expect.arrayContaining(found));
    const setRules = known.filter((error) => !found.some((other) => other.row === error.row));
    expect(new Set(setRules.map((error) => error.field))).toEqual(new Set(['与户主关系', '行政区划代码', '人编号']));
  });
});

async function read(path: string, regions = new RegionDirectory(REGIONS, '52')): Promise<ParsedRow[]> {
  const rows: ParsedRow[] = [];
  for await (const row of readHouseholdList(path, regions)) rows.push(row);
  return rows;
}

function errorsOf(row: ParsedRow | undefined) {
  return row?.taken === false ? row.refused.errors : [];
}

function csv(...lines: string[]): string {
  return file('list.csv', Buffer.from(`${lines.join('\n')}\n`));
}

function file(name: string, content: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function encoded(text: string, encoding: string): Buffer {
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-8 with mark') return Buffer.from(`\ufeff${text}`);
  return encoding === 'gb18030' ? gb18030(text) : Buffer.from(text);
}

/** Node decodes GB18030 but cannot encode it: the two-byte characters are looked up by decoding them all. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), Buffer.from([lead, trail]));
    }
  }
  return Buffer.concat([...text].map((character) => codes.get(character) ?? Buffer.from(character, 'ascii')));
}

async function workbook(rows: (string | number)[][]): Promise<string> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('名单').addRows(rows);
  const path = join(folder, 'list.xlsx');
  await book.xlsx.writeFile(path);
  return path;
}

function numberCells(line: string, column: number): (string | number)[] {
  return line.split(',').map((cell, index) => (index === column ? Number(cell) : cell));
}

/** Every region that the fixture names but the invented one. */
function villagesOfFixture(): RegionDirectory {
  const codes = readFileSync(join(FIXTURES, 'household-list.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '');
  const known = [...new Set(codes)].filter((code) => code !== '520425999999');
  return new RegionDirectory(
    known.map((code) => ({ code, name: code })),
    '520425',
  );
}
