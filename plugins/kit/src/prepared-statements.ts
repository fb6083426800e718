import type { Core } from '@strapi/strapi';

interface SentQuery {
  readonly sql?: string;
  readonly bindings?: readonly unknown[];
  options?: Readonly<Record<string, unknown>>;
}

type Send = (this: unknown, connection: unknown, query: SentQuery) => Promise<unknown>;

const MOST_NAMED = 400;
const MOST_REMEMBERED = 4_000;
/** A text that comes so often is worth a named statement; one with a list of ids in it hardly ever comes again. */
const COMES_BACK = 3;

const names = new Map<string, string>();
const seen = new Map<string, number>();

/**
 * Sends statements that come again and again as named ones, so that each connection parses and plans them once: planning
 * a record took three times as long as reading it. PostgreSQL keeps making plans for the values themselves where a general
 * plan would be dearer. Knex has no option for it, so its PostgreSQL client's `_query` is wrapped (docs/decisions/0009).
 */
export function prepareStatements(strapi: Core.Strapi): void {
  // Knex types its client as `any`; transactions make theirs from the same prototype.
  const client = Object.getPrototypeOf(strapi.db.connection.client) as { _query: Send; anjuPrepares?: true };
  if (client.anjuPrepares) return;
  const send = client._query;
  client.anjuPrepares = true;
  client._query = function (connection, query) {
    nameStatement(query);
    return send.call(this, connection, query);
  };
}

/** Gives a statement its name when it comes often. */
export function nameStatement(query: SentQuery): void {
  const name = statementName(query);
  if (name !== undefined) query.options = { ...query.options, name };
}

function statementName({ sql, bindings }: SentQuery): string | undefined {
  if (sql === undefined || bindings === undefined || bindings.length === 0) return undefined;
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_NAMED) return known;
  const times = (seen.get(sql) ?? 0) + 1;
  if (times < COMES_BACK) {
    if (seen.size >= MOST_REMEMBERED) seen.clear();
    seen.set(sql, times);
    return undefined;
  }
  seen.delete(sql);
  const name = `anju_${names.size}`;
  names.set(sql, name);
  return name;
}
