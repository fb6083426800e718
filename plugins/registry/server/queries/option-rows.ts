import type { FormOption } from '@anju/domain';
import type { Knex } from 'knex';

interface OptionRow {
  readonly list_key: string;
  readonly key: string;
  readonly label: string;
  readonly enabled: boolean;
  readonly requires_note: boolean;
  readonly core: boolean;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/** The options of all lists that hold in a region: those of the whole node and those of the regions above it. */
export async function optionsInRegion(db: Knex, regionCode: string): Promise<FormOption[]> {
  const rows = await db('options')
    .select<OptionRow[]>('list_key', 'key', 'label', 'enabled', 'requires_note', 'core', 'valid_from', 'valid_to')
    .whereNull('region_code')
    .orWhereRaw('starts_with(?, region_code)', [regionCode])
    .orderBy(['list_key', 'rank', 'id']);
  return rows.map((row) => ({
    listKey: row.list_key,
    key: row.key,
    label: row.label,
    enabled: row.enabled,
    requiresNote: row.requires_note,
    core: row.core,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}
