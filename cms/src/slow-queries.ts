import { hasRequestScope, requestScope, watchPackets } from '@anju/kit';
import type { Core } from '@strapi/strapi';

const DEFAULT_MS = 500;
const LONGEST_STATEMENT = 1000;

interface Statement {
  readonly __knexQueryUid: string;
  readonly sql: string;
}

interface Running {
  readonly since: number;
  readonly requestId: string | undefined;
}

/**
 * Logs statements that take `ANJU_SLOW_QUERY_MS` (500) or longer: the statement with its placeholders, never its values.
 * Time spent waiting for a connection is the request's, not the statement's.
 */
export function watchSlowQueries({ db, log }: Core.Strapi): void {
  const threshold = Number(process.env.ANJU_SLOW_QUERY_MS ?? DEFAULT_MS);
  const running = new Map<string, Running>();
  const tell = ({ since, requestId }: Running, sql: () => string) => {
    const ms = Math.round(performance.now() - since);
    if (ms >= threshold) log.warn('slow query', { requestId, ms, sql: sql().slice(0, LONGEST_STATEMENT) });
  };
  db.connection.on('query', ({ __knexQueryUid }: Statement) => {
    running.set(__knexQueryUid, { since: performance.now(), requestId: currentRequest() });
  });
  const finish = ({ __knexQueryUid, sql }: Statement) => {
    const started = running.get(__knexQueryUid);
    if (!started) return;
    running.delete(__knexQueryUid);
    tell(started, () => sql);
  };
  db.connection.on('query-response', (_response: unknown, statement: Statement) => finish(statement));
  db.connection.on('query-error', (_error: unknown, statement: Statement) => finish(statement));
  watchPackets((since, sql) => tell({ since, requestId: currentRequest() }, sql));
}

function currentRequest(): string | undefined {
  return hasRequestScope() ? requestScope().requestId : undefined;
}
