import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isDatabaseAway } from './database-trouble';
import { OutcomeUnknown } from './errors';
import { type Connection, sendTogether, type Statement } from './packet';
import { nameStatement } from './prepared-statements';

/** A statement as knex hands it to its client. */
interface SentQuery extends Statement {
  options?: Readonly<Record<string, unknown>>;
  response?: unknown;
}

type Send = (this: unknown, connection: Connection, query: SentQuery) => Promise<unknown>;

interface Waiting {
  readonly query: SentQuery;
  readonly answered: (outcome: Promise<SentQuery>) => void;
  /** Nothing may be committed before it is checked. */
  readonly guards: boolean;
  gate?: Promise<unknown>;
}

const BEGIN: SentQuery = { sql: 'BEGIN', options: { name: 'anju_begin' } };
const COMMIT: SentQuery = { sql: 'COMMIT', options: { name: 'anju_commit' } };

/** Statements that wait for the next one of their connection, in whose packet they travel. */
const waiting = new WeakMap<Connection, Waiting[]>();
/** COMMITs that travelled with the last statement of their transaction. */
const committed = new WeakMap<Connection, Promise<SentQuery>>();

/**
 * Lets statements of a transaction travel in one packet, answered by PostgreSQL at once: its BEGIN with the first one, a held one
 * (`sendWithNext`) with the next, its COMMIT with the last (`askLast`). Each packet saved is a write, a read and a process woken on either side,
 * which cost more than a small statement. What comes often is named (nameStatement). Knex has no option for either, so its PostgreSQL client's `_query` is wrapped (docs/decisions/0009).
 */
export function sendInPackets(strapi: Core.Strapi): void {
  // Knex types its client as `any`; transactions make theirs from the same prototype.
  const client = Object.getPrototypeOf(strapi.db.connection.client) as { _query: Send; anjuPackets?: true };
  if (client.anjuPackets) return;
  const alone = client._query;
  client.anjuPackets = true;
  client._query = function (connection, query) {
    if (query.sql === 'BEGIN;') {
      hold(connection, { ...BEGIN }, false);
      return answeredWith(query, { command: 'BEGIN', rows: [], rowCount: null });
    }
    const commit = committed.get(connection);
    if (commit) {
      if (query.sql !== 'COMMIT;' && query.sql !== 'ROLLBACK') return Promise.reject(afterTheLast());
      committed.delete(connection);
      if (query.sql === 'COMMIT;') return commit.then(() => answeredWith(query, { command: 'COMMIT', rows: [] }));
      // Work failed after its COMMIT: what it wrote stands, and there is nothing left to roll back.
      return answeredWith(query, { command: 'ROLLBACK', rows: [] });
    }
    const before = waiting.get(connection);
    if (before && query.sql === 'ROLLBACK') {
      waiting.delete(connection);
      for (const { answered } of before) answered(Promise.reject(new Error('Rolled back before it was sent')));
      const isBegun = before.every(({ query: held }) => held.sql !== BEGIN.sql);
      return isBegun ? alone.call(this, connection, query) : answeredWith(query, { command: 'ROLLBACK', rows: [] });
    }
    if (before && query.sql === 'COMMIT;') {
      waiting.delete(connection);
      return sendAfter(connection, before, query).catch(async (error: unknown) => {
        // PostgreSQL skipped it, and knex rolls back no transaction that was to be committed.
        await alone.call(this, connection, { sql: 'ROLLBACK' }).catch(() => undefined);
        throw error;
      });
    }
    // An empty one is refused by knex before it is sent.
    if (!before || !query.sql) {
      nameStatement(query);
      return alone.call(this, connection, query);
    }
    waiting.delete(connection);
    return sendAfter(connection, before, query);
  };
}

/** A statement of a transaction with the values of its `$1`, `$2` …. */
export interface HeldStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * Holds a statement until its transaction's next one and sends both in one packet. Resolves when it is held; `checked` is what `check` makes of
 * its answer, and the next statement is answered only after that. `send` sends it alone, when there is no next one. When it fails, so does the
 * next: `refused` says with what. `guards`: no COMMIT travels in that packet, as what `check` finds decides whether there is one.
 */
export async function sendWithNext<T, R>(
  db: Knex,
  { sql, values }: HeldStatement,
  check: (answer: T) => R,
  { refused, guards = false }: { readonly refused?: (error: unknown) => unknown; readonly guards?: boolean } = {},
): Promise<{ readonly checked: Promise<R>; readonly send: () => void }> {
  const connection = await connectionOf(db);
  const { waits, answer } = hold(connection, { sql, bindings: values }, guards);
  const checked = handled(
    answer.then(
      ({ response }) => check(response as T),
      (error: unknown) => {
        throw refused ? refused(error) : error;
      },
    ),
  );
  waits.gate = checked;
  return { checked, send: () => flush(connection, waits) };
}

/** The rows of a statement, sent at once in one packet with those that are held. Knex is passed by: its way costs more than a small statement. */
export async function ask<Row>(db: Knex, statement: HeldStatement): Promise<readonly Row[]> {
  return asked(db, statement, sendAfter);
}

/** The same of a transaction's last statement, with which the COMMIT travels: the work asks nothing after it, and is answered when PostgreSQL has acknowledged both. */
export async function askLast<Row>(db: Knex, statement: HeldStatement): Promise<readonly Row[]> {
  return asked(db, statement, (connection, before, query) =>
    before.some(({ guards }) => guards) ? sendAfter(connection, before, query) : sendLast(connection, before, query),
  );
}

async function asked<Row>(
  db: Knex,
  { sql, values }: HeldStatement,
  sent: (connection: Connection, before: readonly Waiting[], query: SentQuery) => Promise<SentQuery>,
): Promise<readonly Row[]> {
  const connection = await connectionOf(db);
  const before = waiting.get(connection) ?? [];
  waiting.delete(connection);
  const since = performance.now();
  try {
    const { response } = await sent(connection, before, { sql, bindings: values });
    return (response as { readonly rows: readonly Row[] }).rows;
  } finally {
    watcher(since, () => [...before.map(({ query }) => query.sql), sql].join('; '));
  }
}

/** Hears of each answered packet that knex, which tells of its own statements, did not send: when it was (`performance.now()`), its statements with their placeholders. */
export function watchPackets(watch: (since: number, sql: () => string) => void): void {
  watcher = watch;
}

let watcher: (since: number, sql: () => string) => void = () => undefined;

function afterTheLast(): Error {
  return new Error('A statement after the last one of its transaction');
}

/** The connection of a transaction that goes on: knex types its client as `any`. */
async function connectionOf(db: Knex): Promise<Connection> {
  refuseOutside(db);
  const connection = await (db.client as { acquireConnection(): Promise<Connection> }).acquireConnection();
  // It may have ended meanwhile.
  refuseOutside(db);
  if (committed.has(connection)) throw afterTheLast();
  return connection;
}

/** A statement that is held on a connection without a transaction would travel in somebody else's packet. */
function refuseOutside(db: Knex): void {
  if (!db.isTransaction || (db as Knex.Transaction).isCompleted())
    throw new Error('Statements are held in a transaction that goes on');
}

function hold(connection: Connection, query: SentQuery, guards: boolean) {
  let answered: Waiting['answered'] = () => undefined;
  const answer = handled(
    new Promise<SentQuery>((resolve) => {
      answered = resolve;
    }),
  );
  const waits: Waiting = { query, answered, guards };
  waiting.set(connection, [...(waiting.get(connection) ?? []), waits]);
  return { waits, answer };
}

/** Sends what waits, unless it has been sent. */
function flush(connection: Connection, waits: Waiting): void {
  const before = waiting.get(connection);
  if (!before?.includes(waits)) return;
  waiting.delete(connection);
  answerAll(
    before,
    send(
      connection,
      before.map(({ query }) => query),
    ),
  );
}

function sendAfter(connection: Connection, before: readonly Waiting[], query: SentQuery): Promise<SentQuery> {
  const answers = send(connection, [...before.map(({ query: held }) => held), query]);
  answerAll(before, answers);
  return handled(gatesOf(before).then(() => answers.at(-1) ?? query));
}

/** A lost connection leaves it open whether the COMMIT, which may have arrived, was made. */
function sendLast(connection: Connection, before: readonly Waiting[], query: SentQuery): Promise<SentQuery> {
  const answers = send(connection, [...before.map(({ query: held }) => held), query, { ...COMMIT }]);
  answerAll(before, answers);
  const commit = answers.at(-1) ?? Promise.resolve(query);
  committed.set(connection, commit);
  // Nothing was committed: knex rolls back, as soon as it hears of a failure.
  commit.catch(() => committed.delete(connection));
  const all = handled(Promise.all([...answers]));
  const gated = gatesOf(before).then(async () => {
    await all;
    return query;
  });
  return handled(
    gated.catch((error: unknown) => {
      throw isDatabaseAway(error) ? new OutcomeUnknown(error) : error;
    }),
  );
}

async function gatesOf(before: readonly Waiting[]): Promise<void> {
  for (const { gate } of before) await gate;
}

function answerAll(before: readonly Waiting[], answers: readonly Promise<SentQuery>[]): void {
  before.forEach(({ answered, query }, place) => answered(answers[place] ?? Promise.resolve(query)));
}

function send(connection: Connection, queries: readonly SentQuery[]): readonly Promise<SentQuery>[] {
  for (const query of queries) nameStatement(query);
  const answers = sendTogether(connection, queries);
  return queries.map((query, place) =>
    handled(
      Promise.resolve(answers[place]).then((response) => {
        query.response = response;
        return query;
      }),
    ),
  );
}

function answeredWith(query: SentQuery, response: unknown): Promise<SentQuery> {
  query.response = response;
  return Promise.resolve(query);
}

/** Its failure is told to who awaits it, and is no unhandled one until then. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
