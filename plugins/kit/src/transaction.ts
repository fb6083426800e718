import type { Core } from '@strapi/strapi';
import type { RequestScope } from './request';

/** The part of knex's transaction that tells how it ended. */
interface Ending {
  readonly executionPromise: Promise<unknown>;
}

/**
 * Runs work in a transaction of its own and resolves only when PostgreSQL has acknowledged the COMMIT.
 * Strapi goes by knex's `commit()`, which resolves also when the connection dies under it: such a save was answered
 * with 200 and lost. Only `executionPromise` tells. Never inside another transaction, whose end it would wait for.
 */
export async function inTransaction<T>(strapi: Core.Strapi, work: (db: RequestScope['db']) => Promise<T>): Promise<T> {
  if (strapi.db.inTransaction()) throw new Error('inTransaction() must not run inside a transaction');
  let ended: Promise<unknown> = Promise.resolve();
  const result = await strapi.db.transaction(({ trx }) => {
    // Strapi types its transaction as `any`; this is its one crossing.
    const db = trx as RequestScope['db'] & Ending;
    ended = db.executionPromise;
    // A rollback is told by the error that caused it.
    ended.catch(() => undefined);
    return work(db);
  });
  await ended;
  return result;
}
