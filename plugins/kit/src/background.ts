import { randomUUID } from 'node:crypto';
import { regionRange } from '@anju/domain';
import type { Core } from '@strapi/strapi';
import { hasRequestScope, withRequestScope } from './request';
import { inTransaction } from './transaction';

/**
 * Runs background work that sees exactly one region, in its own transaction.
 * Throws inside a request: a nested transaction would widen the request's scope.
 */
export async function inScope<T>(strapi: Core.Strapi, regionCode: string, work: () => Promise<T>): Promise<T> {
  return inRegion(strapi, regionCode, 'latest', work);
}

/** The same for long reading: everything is seen as it stands at the first statement, and nothing can be written. */
export async function inSnapshot<T>(strapi: Core.Strapi, regionCode: string, work: () => Promise<T>): Promise<T> {
  return inRegion(strapi, regionCode, 'snapshot', work);
}

async function inRegion<T>(
  strapi: Core.Strapi,
  regionCode: string,
  view: 'latest' | 'snapshot',
  work: () => Promise<T>,
): Promise<T> {
  if (hasRequestScope() || strapi.db.inTransaction()) throw new Error('inScope() must not run inside a transaction');
  const { lo, hi } = regionRange(regionCode);
  const requestId = randomUUID();
  return inTransaction(strapi, async (db) => {
    if (view === 'snapshot') await db.raw('set transaction isolation level repeatable read, read only');
    await db.raw(
      `select set_config('anju.lo', ?, true), set_config('anju.hi', ?, true), set_config('anju.request', ?, true)`,
      [lo, hi, requestId],
    );
    return withRequestScope({ db, actor: null, requestId }, work);
  });
}

/** Calls `work` again and again, `seconds` apart, never overlapping; returns the stop, which waits for a running call. */
export function everySeconds(seconds: number, work: () => Promise<void>, onError: (error: unknown) => void) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = work().catch(onError).finally(schedule);
    }, seconds * 1000);
  };
  schedule();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
