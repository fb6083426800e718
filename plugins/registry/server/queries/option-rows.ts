import type { PlacedOption } from '@anju/domain';
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
  readonly region_code: string | null;
}

/** The options of all lists and regions, in the order of their lists. */
export async function allOptions(db: Knex): Promise<PlacedOption[]> {
  const rows = await db('options')
    .select<
      OptionRow[]
    >('list_key', 'key', 'label', 'enabled', 'requires_note', 'core', 'valid_from', 'valid_to', 'region_code')
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
    regionCode: row.region_code,
  }));
}
