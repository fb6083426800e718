import { readdirSync } from 'node:fs';
import { z } from '@anju/domain/contracts';
import { configPath, parse, readConfig } from '@anju/kit';
import type { Knex } from 'knex';
import { addMissingOptions, type ConfiguredList } from '../queries/upsert-option-lists';

const configuredList = z.strictObject({
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
      }),
    )
    .min(1),
});

/** The option lists of config/options, one file each. */
export function configuredLists(): readonly ConfiguredList[] {
  return readdirSync(configPath('options'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => parse(configuredList, readConfig('options', file), `options/${file}:`));
}

/** Brings the configured option lists into the database, without touching those that are there. */
export async function seedOptions(db: Knex): Promise<void> {
  await addMissingOptions(db, configuredLists());
}
