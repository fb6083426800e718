import type { Knex } from 'knex';
import { replaceIdPrefixes } from '../queries/rule-inputs';
import { scanAlone } from '../queries/scan-warnings';
import { extraProvincePrefixes } from './id-numbers';

/** Mirrors the configuration that the rules read, and brings the warnings of what the node holds already up to date. */
export async function prepareRules(db: Knex): Promise<void> {
  await db.transaction(async (transaction) => {
    await replaceIdPrefixes(transaction, [...new Set(extraProvincePrefixes())]);
    await scanAlone(transaction);
  });
}
