import type { Knex } from 'knex';

/** An option list as the configuration folder describes it. */
export interface ConfiguredList {
  readonly key: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly options: readonly ConfiguredOption[];
}

export interface ConfiguredOption {
  readonly key: string;
  readonly label: string;
  readonly rank: number;
  readonly requiresNote: boolean;
  readonly core: boolean;
  readonly enabled?: boolean | undefined;
  readonly regionCode?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/** Adds lists and options that the database does not have; what is there already belongs to the configurators. */
export async function addMissingOptions(db: Knex, lists: readonly ConfiguredList[]): Promise<void> {
  await db('option_lists')
    .insert(lists.map(({ key, name, description }) => ({ key, name, description: description ?? null })))
    .onConflict('key')
    .ignore();
  const rows = lists.flatMap((list) => list.options.map((option) => optionColumns(list.key, option)));
  await db('options').insert(rows).onConflict(['list_key', 'key']).ignore();
}

/** Adds one option of a configuration. */
export async function insertConfigured(db: Knex, listKey: string, option: ConfiguredOption): Promise<void> {
  await db('options').insert(optionColumns(listKey, option));
}

function optionColumns(listKey: string, option: ConfiguredOption) {
  const { key, label, rank, requiresNote, core, enabled = true } = option;
  return {
    list_key: listKey,
    key,
    label,
    rank,
    requires_note: requiresNote,
    core,
    enabled,
    region_code: option.regionCode ?? null,
    valid_from: option.validFrom ?? null,
    valid_to: option.validTo ?? null,
  };
}
