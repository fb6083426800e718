import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type EvidenceConfig, evidenceConfig, formDefinition, type OptionRow } from '@anju/domain/contracts';
import { parse } from '@anju/kit';
import type { Knex } from 'knex';
import { samplePicture } from '../queries/sample-picture';
import { documentValue } from '../queries/configuration-document';
import { optionLists, optionsOfList } from '../queries/option-rows';
import type { ConfiguredOption } from '../queries/upsert-option-lists';

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
  for (const [file, value] of files) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, `${JSON.stringify(value, undefined, 2)}\n`);
  }
  return [...files.keys(), ...(await exportSamples(db, folder, evidence))];
}

async function exportSamples(db: Knex, folder: string, { categories }: EvidenceConfig): Promise<readonly string[]> {
  const names: string[] = [];
  for (const digest of new Set(categories.flatMap(({ sample }) => sample ?? []))) {
    const picture = await samplePicture(db, digest);
    if (!picture) continue;
    const name = path.join('samples', `${digest}.jpg`);
    mkdirSync(path.join(folder, 'samples'), { recursive: true });
    writeFileSync(path.join(folder, name), picture);
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
