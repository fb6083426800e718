import { evidenceConfig, z } from '@anju/domain/contracts';
import { parse, readConfig } from '@anju/kit';
import type { Knex } from 'knex';
import { replaceRuleInputs, type RuleInputs } from '../queries/rule-inputs';
import { scanAlone } from '../queries/scan-warnings';

const idCardConfig = z.object({ extraProvincePrefixes: z.array(z.string()) });

/** Mirrors the configuration that the rules read, and brings the warnings of what the node holds already up to date. */
export async function prepareRules(db: Knex): Promise<void> {
  await db.transaction(async (transaction) => {
    await replaceRuleInputs(transaction, configuredInputs());
    await scanAlone(transaction);
  });
}

function configuredInputs(): RuleInputs {
  const evidence = parse(evidenceConfig, readConfig('evidence.json'), 'evidence.json:');
  const idCard = parse(idCardConfig, readConfig('id-card.json'), 'id-card.json:');
  return {
    groups: evidence.requirements.flatMap(({ kind, groups }) =>
      groups.map(({ key, label, categories, waivedWhen }, rank) => ({
        kind,
        key,
        label,
        categories,
        waived_column: waivedWhen ? columnName(waivedWhen.field) : null,
        waived_values: waivedWhen?.in ?? null,
        rank,
      })),
    ),
    photoCategories: evidence.categories.filter(({ accepts }) => accepts === 'photo').map(({ key }) => key),
    idPrefixes: [...new Set(idCard.extraProvincePrefixes)],
  };
}

/** A field's column: `renovationMode` is kept as `renovation_mode`. */
function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
