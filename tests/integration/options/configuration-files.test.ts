import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FormsAnswer } from '@anju/domain/contracts';
import { serviceOf } from '@anju/kit';
import { startTestApp, type TestApp } from '../../harness/app';

interface ConfigurationService {
  exportTo(folder: string): Promise<readonly string[]>;
  plan(folder: string): Promise<readonly { readonly words: string }[]>;
  apply(changes: readonly unknown[]): Promise<void>;
}

interface OptionFile {
  options: Record<string, unknown>[];
}

const CONFIG = path.join(__dirname, '../../../config');

let app: TestApp;
let files: ConfigurationService;
let folder: string;

beforeAll(async () => {
  app = await startTestApp();
  // The command imports as the owner; the configuration is open to the serving role as well, but for what only the owner adds.
  files = serviceOf<ConfigurationService>(app.strapi, 'options', 'files');
  folder = mkdtempSync(path.join(tmpdir(), 'anju-config-'));
});

afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

function edit<Content>(file: string, change: (content: Content) => void): () => void {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const content = JSON.parse(text) as Content;
  change(content);
  writeFileSync(path.join(folder, file), JSON.stringify(content));
  return () => writeFileSync(path.join(folder, file), text);
}

const OTHER_MEANS = path.join('options', 'otherMeansType.json');
const words = async () => (await files.plan(folder)).map((change) => change.words);

describe('a configuration', () => {
  it('is exported as files that differ from it in nothing', async () => {
    expect(await files.exportTo(folder)).toEqual(
      expect.arrayContaining([OTHER_MEANS, path.join('forms', 'safeguard.json'), 'evidence.json']),
    );
    expect(await words()).toEqual([]);
  });

  it('is imported after its differences have been told one by one', async () => {
    edit<OptionFile>(OTHER_MEANS, ({ options }) => {
      const renting = options.find(({ key }) => key === 'renting');
      Object.assign(renting ?? {}, { label: '租住安全房屋', validTo: '2030-12-31' });
      options.push({ key: 'local1', label: '周转房', rank: 35, requiresNote: false, core: false, regionCode: '5204' });
    });
    edit<FormsAnswer['safeguard']>(path.join('forms', 'safeguard.json'), ({ kinds }) => {
      const field = kinds
        .find(({ kind }) => kind === 'povertyRelocation')
        ?.fields.find(({ name }) => name === 'confirmedBy');
      if (field) field.required = true;
    });
    const plan = await files.plan(folder);
    expect(plan.map((change) => change.words)).toEqual([
      '+ 其他保障方式：新增“周转房”（仅 5204）',
      '~ 其他保障方式：“租住”改名为“租住安全房屋”；“租住安全房屋”停用日期改为2030-12-31',
      '~ 表单（forms/safeguard.json）：\n    kinds.povertyRelocation.fields.confirmedBy.required：false → true',
    ]);
    await files.apply(plan);
    expect(await words()).toEqual([]);
    const clerk = await app.as('demo-clerk');
    const forms = (await clerk.get('/api/options/forms').expect(200)).body as FormsAnswer;
    const relocation = forms.safeguard.kinds.find(({ kind }) => kind === 'povertyRelocation');
    expect(relocation?.fields.find(({ name }) => name === 'confirmedBy')?.required).toBe(true);
    const { rows } = await app.owner.query(
      `select label, enabled, region_code from options where list_key = 'otherMeansType' and key in ('renting', 'local1') order by rank`,
    );
    expect(rows).toEqual([
      { label: '租住安全房屋', enabled: true, region_code: null },
      { label: '周转房', enabled: true, region_code: '5204' },
    ]);
  });

  it('that lacks a local option retires it, and never removes one that records may carry', async () => {
    const restore = edit<OptionFile>(OTHER_MEANS, (file) => {
      file.options = file.options.filter(({ key }) => key !== 'local1');
    });
    const plan = await files.plan(folder);
    expect(plan.map((change) => change.words)).toEqual(['- 其他保障方式：停用“周转房”（文件中没有）']);
    restore();
    expect(await words()).toEqual([]);
  });

  it.each([
    ['of another version', (o: Record<string, unknown>[]) => Object.assign(o[0] ?? {}, { colour: 'red' }), 'colour'],
    ['without a core option', (o: Record<string, unknown>[]) => o.shift(), '核心选项不能删除'],
    [
      'with a core option that is not known here',
      (o: Record<string, unknown>[]) => o.push({ key: 'x', label: 'x', rank: 1, requiresNote: false, core: true }),
      '本版本没有全国核心选项 x',
    ],
  ])('%s is refused with its file, and nothing is changed', async (_name, change, sentence) => {
    const before = await app.owner.query('select * from options order by id');
    const restore = edit<OptionFile>(OTHER_MEANS, ({ options }) => void change(options));
    const failure = await files.plan(folder).catch((error: unknown) => error);
    restore();
    expect(failure).toBeInstanceOf(Error);
    expect(JSON.stringify([String(failure), failure])).toContain(sentence);
    expect(JSON.stringify([String(failure), failure])).toContain('otherMeansType.json');
    expect((await app.owner.query('select * from options order by id')).rows).toEqual(before.rows);
  });

  it('brings the templates that it names, and is refused when one is missing or cannot be filled in', async () => {
    const named = (file: string) =>
      edit<FormsAnswer['evidence']>(
        'evidence.json',
        ({ templates }) => void Object.assign(templates[0] ?? {}, { file }),
      );
    const content = readFileSync(path.join(CONFIG, 'certificates', 'publicHousingCertificate.docx'));
    mkdirSync(path.join(folder, 'templates'), { recursive: true });
    const place = (bytes: Buffer) => {
      const digest = createHash('sha256').update(bytes).digest('hex');
      writeFileSync(path.join(folder, 'templates', `${digest}.docx`), bytes);
      return digest;
    };
    const restore = named('0'.repeat(64));
    await expect(files.plan(folder)).rejects.toThrow(/缺少《.*》的模板文件 templates\/0{64}.docx/);
    restore();
    const broken = named(place(Buffer.from('not a document')));
    await expect(files.plan(folder)).rejects.toThrow('不是 Word 文档');
    broken();
    const digest = place(content);
    named(digest);
    await files.apply(await files.plan(folder));
    const { rows } = await app.owner.query('select 1 from anju.template_file where digest = $1', [digest]);
    expect(rows).toHaveLength(1);
    expect(await files.exportTo(folder)).toContain(path.join('templates', `${digest}.docx`));
    expect(await words()).toEqual([]);
  });

  it('that is no JSON, and a folder without any, are refused in words', async () => {
    writeFileSync(path.join(folder, 'evidence.json'), '{');
    await expect(files.plan(folder)).rejects.toThrow('evidence.json 不是有效的 JSON');
    await expect(files.plan(tmpdir())).rejects.toThrow('没有配置文件');
  });
});
