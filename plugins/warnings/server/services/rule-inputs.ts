import { z } from '@anju/domain/contracts';
import { parse, readConfig } from '@anju/kit';
import type { Knex } from 'knex';
import { replaceIdPrefixes } from '../queries/rule-inputs';
import { scanAlone } from '../queries/scan-warnings';

const idCardConfig = z.object({ extraProvincePrefixes: z.array(z.string()) });

/** Mirrors the configuration that the rules read, and brings the warnings of what the node holds already up to date. */
export async function prepareRules(db: Knex): Promise<void> {
  const idCard = parse(idCardConfig, readConfig('id-card.json'), 'id-card.json:');
  await db.transaction(async (transaction) => {
    await replaceIdPrefixes(transaction, [...new Set(idCard.extraProvincePrefixes)]);
    await scanAlone(transaction);
  });
}
