import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { evidenceConfig, formDefinition, type OptionRow, warningRules } from '@anju/domain/contracts';
import { parse } from '@anju/kit';
import type { Knex } from 'knex';
import { samplePicture } from '../queries/sample-picture';
import { documentValue } from '../queries/configuration-document';
import { optionLists, optionsOfList } from '../queries/option-rows';
import { templateFile } from '../queries/template-file';
import type { ConfiguredOption } from '../queries/upsert-option-lists';
import { type BesideFiles, SAMPLES, TEMPLATES } from './files-beside';

const ALL = { sort: 'key', descending: false, offset: 0, limit: 500 } as const;

/** Writes the configuration as it stands into a folder, in the form of config/; answers the files' names. */
export async function exportConfiguration(db: Knex, folder: string): Promise<readonly string[]> {
  const files = new Map<string, unknown>();
  for (const { key, name, description } of (await optionLists(db, {}, ALL)).rows) {
    const options = (await optionsOfList(db, key)).map(configured);
    const schema = '../schemas/option-list.schema.json';
    files.set(path.join('options', `${key}.json`), {
      $schema: schema,
      key,
      name,
      description: description ?? '',
      options,
    });
  }
  const form = parse(formDefinition, await documentValue(db, 'form'), 'form:');
  files.set(path.join('forms', 'safeguard.json'), { ...form, $schema: '../schemas/safeguard-form.schema.json' });
  const evidence = parse(evidenceConfig, await documentValue(db, 'evidence'), 'evidence:');
  files.set('evidence.json', { ...evidence, $schema: './schemas/evidence.schema.json' });
  const rules = parse(warningRules, await documentValue(db, 'warnings'), 'warnings:');
  files.set('warnings.json', { ...rules, $schema: './schemas/warnings.schema.json' });
  for (const [file, value] of files) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, `${JSON.stringify(value, undefined, 2)}\n`);
  }
  const samples = evidence.categories.flatMap(({ sample }) => sample ?? []);
  const templates = evidence.templates.flatMap(({ file }) => file ?? []);
  return [
    ...files.keys(),
    ...(await exportFiles(folder, SAMPLES, samples, (digest) => samplePicture(db, digest))),
    ...(await exportFiles(folder, TEMPLATES, templates, (digest) => templateFile(db, digest))),
  ];
}

async function exportFiles(
  folder: string,
  { place, ending }: BesideFiles,
  digests: readonly string[],
  read: (digest: string) => Promise<Buffer | undefined>,
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const digest of new Set(digests)) {
    const content = await read(digest);
    if (!content) continue;
    const name = path.join(place, `${digest}.${ending}`);
    mkdirSync(path.join(folder, place), { recursive: true });
    writeFileSync(path.join(folder, name), content);
    names.push(name);
  }
  return names;
}

/** An option as a file tells it: what is as usual is left out. */
export function configured(option: OptionRow): ConfiguredOption {
  const { key, label, rank, requiresNote, core, enabled, regionCode, validFrom, validTo } = option;
  return {
    key,
    label,
    rank,
    requiresNote,
    core,
    ...(enabled ? {} : { enabled }),
    ...(regionCode === null ? {} : { regionCode }),
    ...(validFrom === null ? {} : { validFrom }),
    ...(validTo === null ? {} : { validTo }),
  };
}
