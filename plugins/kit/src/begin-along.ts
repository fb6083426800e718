import type { Core } from '@strapi/strapi';

interface SentQuery {
  readonly sql?: string;
  response?: unknown;
}

/** A client of pg: what it writes lies on its socket until that is uncorked. */
interface Connection {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

type Send = (this: unknown, connection: Connection, query: SentQuery) => Promise<unknown>;

/** A BEGIN that is under way, by the connection it was sent on. */
const begun = new WeakMap<Connection, Promise<unknown>>();

/**
 * Sends a transaction's BEGIN without waiting for its answer, so that it travels with the first statement in one packet (the
 * connections pipeline): one round trip and one write less a request. Had it failed, the first statement fails with its error.
 * Knex has no option for it, so its PostgreSQL client's `_query` is wrapped (docs/decisions/0009).
 */
export function sendBeginAlong(strapi: Core.Strapi): void {
  // Knex types its client as `any`; transactions make theirs from the same prototype.
  const client = Object.getPrototypeOf(strapi.db.connection.client) as { _query: Send; anjuBeginsAlong?: true };
  if (client.anjuBeginsAlong) return;
  const send = client._query;
  client.anjuBeginsAlong = true;
  client._query = function (connection, query) {
    if (query.sql === 'BEGIN;') {
      connection.connection.stream.cork();
      begun.set(connection, handled(send.call(this, connection, { ...query })));
      query.response = { command: 'BEGIN', rows: [], rowCount: null };
      return Promise.resolve(query);
    }
    const beginning = begun.get(connection);
    if (!beginning) return send.call(this, connection, query);
    begun.delete(connection);
    try {
      const answer = handled(send.call(this, connection, query));
      return beginning.then(() => answer);
    } finally {
      // Also when knex refuses the statement before it is sent.
      connection.connection.stream.uncork();
    }
  };
}

/** Its failure is told to who awaits it, and is no unhandled one until then. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
