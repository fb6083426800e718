import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  type EvidenceConfig,
  evidenceConfig,
  formDefinition,
  type OptionRow,
  warningRules,
  type z,
} from '@anju/domain/contracts';
import { parse } from '@anju/kit';
import type { Knex } from 'knex';
import { insertChange, lockConfiguration } from '../queries/configuration-change';
import { type DocumentName, documentValue, writeDocument } from '../queries/configuration-document';
import { keepSample } from '../queries/sample-picture';
import { optionLists, optionsOfList } from '../queries/option-rows';
import { keepTemplate, templateFile } from '../queries/template-file';
import { type ConfiguredList, type ConfiguredOption, insertConfigured } from '../queries/upsert-option-lists';
import { updateOption } from '../queries/write-option';
import { changeWords, orderWords } from './change-words';
import { differences } from './differences';
import { filesBeside, isOfDigest, SAMPLES, TEMPLATES } from './files-beside';
import { checkTemplate } from './template-check';
import { configuredLists, configuredValues, readJson } from './configured-options';
import { withoutSchema } from './without-schema';

const IMPORTER = { id: null, name: '配置导入' } as const;
const DOCUMENTS = [
  { name: 'form', title: '表单', file: path.join('forms', 'safeguard.json'), contract: formDefinition },
  { name: 'evidence', title: '佐证材料', file: 'evidence.json', contract: evidenceConfig },
  { name: 'warnings', title: '预警规则', file: 'warnings.json', contract: warningRules },
] as const satisfies readonly { name: DocumentName; title: string; file: string; contract: z.ZodType }[];

/** One difference between a folder and the database: what it says, and what makes it so. */
export interface PlannedChange {
  readonly words: string;
  readonly apply: (db: Knex) => Promise<void>;
}

/** What importing a folder would change, in the order in which it is applied. Throws when a file does not fit this version. */
export async function plannedImport(db: Knex, folder: string): Promise<readonly PlannedChange[]> {
  const lists = configuredLists(folder);
  const documents = DOCUMENTS.filter(({ file }) => existsSync(path.join(folder, file)));
  if (lists.length + documents.length === 0)
    throw new Error(`${folder} 中没有配置文件（options/*.json、forms/safeguard.json、evidence.json、warnings.json）`);
  const changes: PlannedChange[] = [];
  for (const list of lists) changes.push(...(await plannedList(db, list)));
  for (const document of documents) changes.push(...(await plannedDocument(db, folder, document)));
  return changes;
}

/** Applies what was planned, all or nothing. */
export async function applyImport(db: Knex, changes: readonly PlannedChange[]): Promise<void> {
  await db.transaction(async (transaction) => {
    await lockConfiguration(transaction);
    for (const change of changes) await change.apply(transaction);
  });
}

async function plannedList(db: Knex, list: ConfiguredList): Promise<PlannedChange[]> {
  const known = await optionLists(db, { key: list.key }, { sort: 'key', descending: false, offset: 0, limit: 1 });
  if (known.total === 0) throw new Error(`options/${list.key}.json：本版本没有选项列表 ${list.key}`);
  const before = await optionsOfList(db, list.key);
  const added = list.options.filter(({ key }) => !before.some((option) => option.key === key));
  return [
    ...added.map((option) => addition(list, option)),
    ...before.flatMap((option) => {
      const wanted = list.options.find(({ key }) => key === option.key);
      return wanted ? alteration(list, option, wanted) : retirement(list, option);
    }),
  ];
}

function addition({ key: listKey, name }: ConfiguredList, option: ConfiguredOption): PlannedChange {
  if (option.core) throw new Error(`options/${listKey}.json：本版本没有全国核心选项 ${option.key}`);
  const words = `+ ${name}：新增“${option.label}”${option.regionCode ? `（仅 ${option.regionCode}）` : ''}`;
  return {
    words,
    async apply(db) {
      await insertConfigured(db, listKey, option);
      const after = (await optionsOfList(db, listKey)).filter(({ key }) => key === option.key);
      await keep(db, { listKey, words, before: [], after });
    },
  };
}

function alteration(
  { key: listKey, name }: ConfiguredList,
  before: OptionRow,
  wanted: ConfiguredOption,
): PlannedChange[] {
  if (before.core !== wanted.core) throw new Error(`options/${listKey}.json：${before.key} 是否核心选项与本版本不一致`);
  const after = { ...before, ...configuredValues(wanted) };
  const said = changeWords(before, after) ?? orderWords(before, after);
  if (said === undefined) return [];
  return [alter(listKey, `~ ${name}：${said}`, before, after)];
}

/** An option that the files do not know is kept for the records that carry it, and offered no more. */
function retirement({ key: listKey, name }: ConfiguredList, before: OptionRow): PlannedChange[] {
  if (before.core) throw new Error(`options/${listKey}.json：缺少全国核心选项 ${before.key}，核心选项不能删除`);
  if (!before.enabled) return [];
  return [alter(listKey, `- ${name}：停用“${before.label}”（文件中没有）`, before, { ...before, enabled: false })];
}

function alter(listKey: string, words: string, before: OptionRow, after: OptionRow): PlannedChange {
  return {
    words,
    async apply(db) {
      await updateOption(db, before.id, after);
      await keep(db, { listKey, words, before: [before], after: [after] });
    },
  };
}

interface KeptOptions {
  readonly listKey: string;
  readonly words: string;
  readonly before: readonly OptionRow[];
  readonly after: readonly OptionRow[];
}

async function keep(db: Knex, { listKey, words, before, after }: KeptOptions): Promise<void> {
  const items = [...before, ...after].map(({ key }) => key);
  const summary = words.slice(2);
  await insertChange(db, {
    ...{ actor: IMPORTER, subject: `options:${listKey}`, items, action: 'import', summary, reason: null },
    before,
    after,
  });
}

async function plannedDocument(
  db: Knex,
  folder: string,
  { name, title, file, contract }: (typeof DOCUMENTS)[number],
): Promise<PlannedChange[]> {
  const read = parse(contract, readJson(path.join(folder, file)), `${file}:`);
  if ('templates' in read) await checkTemplates(db, folder, read);
  const wanted = withoutSchema(read);
  const standing = await documentValue(db, name);
  const now = withoutSchema(parse(contract, standing, `${name}:`));
  if (isDeepStrictEqual(now, wanted)) return [];
  const lines = differences(now, wanted);
  return [
    {
      words: [`~ ${title}（${file}）：`, ...lines.map((line) => `    ${line}`)].join('\n'),
      async apply(db) {
        const change = await insertChange(db, {
          ...{ actor: IMPORTER, subject: name, action: 'import', reason: null },
          summary: `从文件导入${title}：${lines.slice(0, 5).join('；')}${lines.length > 5 ? `等 ${lines.length} 处` : ''}`,
          before: standing,
          after: wanted,
        });
        await writeDocument(db, name, wanted, change);
        if (name === 'evidence') await importFiles(db, folder);
      },
    },
  ];
}

/** Files beside the documents; one that the document does not name does no harm. */
async function importFiles(db: Knex, folder: string): Promise<void> {
  for (const [digest, picture] of filesBeside(folder, SAMPLES)) await keepSample(db, digest, picture);
  for (const [digest, content] of filesBeside(folder, TEMPLATES)) await keepTemplate(db, digest, content);
}

/** Throws when a template that the document names is nowhere, is not what its name says, or cannot be filled in. */
async function checkTemplates(db: Knex, folder: string, { templates }: EvidenceConfig): Promise<void> {
  const beside = filesBeside(folder, TEMPLATES);
  for (const { name, file } of templates) {
    if (file === undefined) continue;
    const content = beside.get(file);
    const place = `templates/${file}.docx`;
    if (!content && !(await templateFile(db, file))) throw new Error(`evidence.json：缺少${name}的模板文件 ${place}`);
    if (!content) continue;
    if (!isOfDigest(content, file)) throw new Error(`${place} 的内容与文件名不符，请重新导出`);
    try {
      checkTemplate(content);
    } catch (error) {
      throw new Error(`${place}（${name}）：${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
}
