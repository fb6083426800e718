import type { Knex } from 'knex';

/** What of an option can be written; its key and list never change. */
export interface OptionValues {
  readonly label?: string | undefined;
  readonly rank?: number | undefined;
  readonly enabled?: boolean | undefined;
  readonly requiresNote?: boolean | undefined;
  readonly validFrom?: string | null | undefined;
  readonly validTo?: string | null | undefined;
}

/** A new option with its place. */
export interface NewOption extends OptionValues {
  readonly listKey: string;
  readonly key: string;
  readonly label: string;
  readonly rank: number;
  readonly regionCode: string;
}

/** Adds a local option and answers its number. */
export async function insertOption(db: Knex, option: NewOption): Promise<number> {
  const [row] = await db('options')
    .insert({
      list_key: option.listKey,
      key: option.key,
      label: option.label,
      rank: option.rank,
      enabled: option.enabled ?? true,
      requires_note: option.requiresNote ?? false,
      core: false,
      region_code: option.regionCode,
      valid_from: option.validFrom ?? null,
      valid_to: option.validTo ?? null,
    })
    .returning<{ id: number }[]>('id');
  if (!row) throw new Error('The option was not written');
  return row.id;
}

/** Writes what is given of an option and leaves the rest. */
export async function updateOption(db: Knex, id: number, values: OptionValues): Promise<void> {
  const columns = {
    label: values.label,
    rank: values.rank,
    enabled: values.enabled,
    requires_note: values.requiresNote,
    valid_from: values.validFrom,
    valid_to: values.validTo,
  };
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length > 0) await db('options').where({ id }).update(given);
}

/** Removes an option that was added and that nothing carries. */
export async function deleteOption(db: Knex, id: number): Promise<void> {
  await db('options').where({ id, core: false }).delete();
}
