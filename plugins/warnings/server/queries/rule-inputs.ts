import type { Knex } from 'knex';

/** A mandatory group of evidence as the rule reads it; `waivedColumn` is a column of the safeguard. */
export interface EvidenceGroupRow {
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly categories: readonly string[];
  readonly waived_column: string | null;
  readonly waived_values: readonly string[] | null;
  readonly rank: number;
}

/** What the rules read of the configuration. */
export interface RuleInputs {
  readonly groups: readonly EvidenceGroupRow[];
  readonly photoCategories: readonly string[];
  readonly idPrefixes: readonly string[];
}

/** Replaces what the rules read of the configuration. */
export async function replaceRuleInputs(db: Knex, { groups, photoCategories, idPrefixes }: RuleInputs): Promise<void> {
  const anju = () => db.withSchema('anju');
  for (const table of ['evidence_group', 'photo_category', 'id_prefix']) await anju().from(table).delete();
  if (groups.length > 0) await anju().insert(groups).into('evidence_group');
  if (photoCategories.length > 0)
    await anju()
      .insert(photoCategories.map((key) => ({ key })))
      .into('photo_category');
  if (idPrefixes.length > 0)
    await anju()
      .insert(idPrefixes.map((prefix) => ({ prefix })))
      .into('id_prefix');
}
