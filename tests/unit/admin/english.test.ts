import fs from 'node:fs';
import path from 'node:path';
import { CHINESE, chineseIn } from './chinese-in-code';

const ROOT = path.join(__dirname, '../../..');

/** Chinese that the app's code holds as data. */
const DATA_IN_APP: Readonly<Record<string, readonly string[]>> = {
  // A workbook's titles are what it is read back by.
  'users/pasted-users.ts': ['用户名', '姓名', '角色', '行政区划', '单位', '联系方式'],
  // Kept with the register's own values.
  'off-list/member-rows.tsx': ['男', '女'],
  // What a new category is proposed with, to be edited.
  'options/category-list.tsx': ['拍照上传，字迹清楚。'],
  // Words of region names, which are data.
  'regions/short-name.ts': ['村'],
  // Given to `said` one by one.
  'statistics/part-label.ts': ['小计', '户数', '占比', '未填', '其他'],
};

/** Files of the servers whose Chinese no screen shows. */
const UNSEEN = [
  /(^|\/)demo|demonstration/, // invented data
  /^(commands|backup)\//, // a terminal's
  /^(app-role|node-region|prepare|public-address|secrets|server|node-config)\.ts/, // the start's
  /middlewares\/admin-app/, // the start's
  /services\/(regions|panel|configured-options|configuration-import|differences)\.ts/, // commands'
  /-columns\.ts$|lists\/(row-fields|person-row|option-words)\.ts/, // words that a list is read by
  /exports\/.*-table\.ts$|workbook|journal-file|template-check/, // files that are handed out
  /certificate/, // papers, which stay Chinese
  /access-matrix/, // a document's
  /queries\//, // SQL
];

/** The names of files that are handed out. */
const FILE_NAME = /\.(csv|docx|xlsx|\{\})$/;

/** The English of the app, loaded as a browser that asks for English would. */
async function inEnglish() {
  Object.defineProperty(globalThis, 'localStorage', { value: { getItem: () => 'en' }, configurable: true });
  const { loadLanguage, dictionary } = await import('../../../admin/src/language/dictionary');
  await loadLanguage();
  const { said } = await import('../../../admin/src/language/said');
  return { dictionary, said };
}

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{\w+\}/g)].map(([name]) => name))].sort();

describe('the app in English', () => {
  test('holds no Chinese that is not a key of the dictionary', () => {
    const left = chineseIn(path.join(ROOT, 'admin/src'), (file) => !/^(language|i18n)\//.test(file)).filter(
      ({ file, text }) => !DATA_IN_APP[file]?.includes(text),
    );
    expect(left).toEqual([]);
  });

  test('says the same with the same values, and no Chinese', async () => {
    const { dictionary } = await inEnglish();
    const entries = Object.entries({ ...dictionary.words, ...dictionary.sentences });
    expect(entries.length).toBeGreaterThan(2000);
    for (const [chinese, english = ''] of entries) {
      expect({ chinese, values: placeholders(english) }).toEqual({ chinese, values: placeholders(chinese) });
      expect({ chinese, isChinese: CHINESE.test(english) }).toEqual({ chinese, isChinese: false });
    }
  });

  test.each([
    [
      '家庭成员杨光明的身份证号 690425********0379：身份证号校验位不对，请逐位核对；与另外 1 人相同：陈**（贵州省西秀区）。',
      'ID number 690425********0379 of the member 杨光明: the check digit is wrong, compare it digit by digit; the same as another person’s (1: 陈** (贵州省西秀区)).',
    ],
    [
      '本户已认定为原住房鉴定（评定）安全；杨光明（690425********0379）在易地扶贫搬迁名单中（紫云县）。一户只能认定一种保障方式，请核实后保留一种。',
      'this household is recognised as “Original house safe”; 杨光明 (690425********0379) is on the relocation list (紫云县). A household has one safeguard only; verify and keep one.',
    ],
    [
      '已认定为农村危房改造：危房改造档案还缺 竣工日期、是否验收。',
      'Recognised as “Renovation”: the renovation archive lacks Completion date, Accepted.',
    ],
    ['请填写户主姓名', 'Please fill in: Name of the head'],
    ['杨光明', '杨光明'],
  ])('says a sentence of the server with its values: %s', async (chinese, english) => {
    const { said } = await inEnglish();
    expect(said(chinese)).toBe(english);
  });

  test('knows every label that the product ships with', async () => {
    const { said } = await inEnglish();
    const folder = path.join(ROOT, 'config');
    const files = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json') && !file.startsWith('schemas'));
    const texts = files.flatMap((file) => shownTexts(JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))));
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => CHINESE.test(said(text)))).toEqual([]);
  });

  test.each(['domain/src', 'kit/src', 'access/server', 'registry/server', 'options/server', 'statistics/server'])(
    'knows what %s says',
    async (place) => expect(await unknownIn(path.join(ROOT, 'plugins', place))).toEqual([]),
  );

  test.each(['plugins/warnings/server', 'plugins/exchange/server', 'cms/src'])('knows what %s says', async (place) =>
    expect(await unknownIn(path.join(ROOT, place))).toEqual([]),
  );
});

/** Texts of a configuration that screens show: not what explains a file to its reader. */
function shownTexts(value: unknown, field = ''): readonly string[] {
  if (typeof value === 'string') return CHINESE.test(value) && field !== 'description' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => shownTexts(one, Array.isArray(value) ? field : key));
}

/** Sentences of a server that stay Chinese, a value in each of their places. */
async function unknownIn(folder: string): Promise<readonly string[]> {
  const { said } = await inEnglish();
  return chineseIn(folder, (file) => !UNSEEN.some((kind) => kind.test(file)))
    .map(({ text }) => text)
    .filter((text) => !FILE_NAME.test(text))
    .filter((text) => CHINESE.test(said(text.replaceAll('{}', 'X'))));
}
