import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';

const require = createRequire(path.join(ROOT, 'plugins/registry/package.json'));
const knex = require('knex');
const PostgresClient = require('knex/lib/dialects/postgres');

/**
 * The statements that one of the product's own queries sends, with their values: the floor runs the very same SQL.
 * @param {(db: unknown) => Promise<unknown>} query
 * @returns {Promise<readonly { text: string, values: readonly unknown[] }[]>}
 */
export async function capturedSql(query) {
  const statements = [];
  class Recorder extends PostgresClient {
    acquireConnection() {
      return Promise.resolve({ __knexUid: 'recorder' });
    }
    releaseConnection() {
      return Promise.resolve();
    }
    _query(_connection, sent) {
      statements.push({ text: sent.sql, values: sent.bindings ?? [] });
      return Promise.resolve({ ...sent, response: { rows: [], rowCount: 0, command: 'SELECT' } });
    }
  }
  await query(knex({ client: Recorder }));
  return statements;
}
