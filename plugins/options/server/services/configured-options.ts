import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from '@anju/domain/contracts';
import { configPath, parse } from '@anju/kit';
import type { Knex } from 'knex';
import { addMissingOptions, type ConfiguredList, type ConfiguredOption } from '../queries/upsert-option-lists';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: '日期应为 2020-06-01 的格式' });

/** A file of config/options. What every installation has stands there; an exported one also tells what was changed locally. */
export const configuredList = z.strictObject({
  $schema: z.string().optional(),
  key: z.string().min(1),
  name: z.string().min(1),
  description: z.string().optional(),
  options: z
    .array(
      z.strictObject({
        key: z.string().min(1),
        label: z.string().min(1),
        rank: z.int(),
        requiresNote: z.boolean(),
        core: z.boolean(),
        enabled: z.boolean().optional(),
        regionCode: z.string().optional(),
        validFrom: day.optional(),
        validTo: day.optional(),
      }),
    )
    .min(1),
});

/** The option lists of config/options (or of that folder of another configuration), one file each. */
export function configuredLists(folder = configPath()): readonly ConfiguredList[] {
  const lists = path.join(folder, 'options');
  if (!existsSync(lists)) return [];
  return readdirSync(lists)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => parse(configuredList, readJson(path.join(lists, file)), `options/${file}:`));
}

/** What a configured option says of itself; what a file leaves out is as usual. */
export function configuredValues({ label, rank, requiresNote, enabled, validFrom, validTo }: ConfiguredOption) {
  return {
    label,
    rank,
    requiresNote,
    enabled: enabled ?? true,
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
  };
}

/** The value of a JSON file; a text that is none is told with the file's name. */
export function readJson(file: string): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return value;
  } catch (error) {
    throw new Error(`${file} 不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Brings the configured option lists into the database, without touching those that are there. */
export async function seedOptions(db: Knex): Promise<void> {
  await addMissingOptions(db, configuredLists());
}
