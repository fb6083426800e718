import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isDatabaseAway } from './database-trouble';
import { OutcomeUnknown } from './errors';

/** The part of knex's transaction that tells how it ended. */
interface Ending {
  readonly executionPromise: Promise<unknown>;
  isCompleted(): boolean;
}

/**
 * Runs work in a transaction of its own and resolves only when PostgreSQL has acknowledged the COMMIT.
 * Strapi goes by knex's `commit()`, which resolves also when the connection dies under it: such a save was answered
 * with 200 and lost. Only `executionPromise` tells. Never inside another transaction, whose end it would wait for.
 * Throws OutcomeUnknown when the connection was lost while the COMMIT was on its way.
 */
export async function inTransaction<T>(strapi: Core.Strapi, work: (db: Knex.Transaction) => Promise<T>): Promise<T> {
  if (strapi.db.inTransaction()) throw new Error('inTransaction() must not run inside a transaction');
  let ended: Promise<unknown> = Promise.resolve();
  const result = await strapi.db.transaction(async ({ trx }) => {
    // Strapi types its transaction as `any`; this is its one crossing.
    const db = trx as Knex.Transaction & Ending;
    ended = db.executionPromise;
    // A rollback is told by the error that caused it.
    ended.catch(() => undefined);
    // knex hands a transaction over also when its BEGIN failed; why, only its end tells.
    if (db.isCompleted()) await ended;
    return work(db);
  });
  await ended.catch((error: unknown) => {
    throw isDatabaseAway(error) ? new OutcomeUnknown(error) : error;
  });
  return result;
}
