import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** What knex's client, which its types call `any`, does of a transaction. */
interface PoolClient {
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<void>;
  query(connection: unknown, sql: string): Promise<unknown>;
  _query(connection: unknown, query: { sql: string }): Promise<unknown>;
}

interface WholeKnex {
  readonly client: PoolClient;
  readonly context: {
    queryBuilder(): { table(name: string, options?: object): unknown };
    transaction(...asked: unknown[]): unknown;
    _transaction(container: unknown, settings: unknown, outer: Outer): unknown;
  };
}

/** What knex reads and writes of the transaction around a savepoint: whether it is over, and the savepoint before the next one. */
interface Outer {
  isCompleted(): boolean;
  _lastChild: Promise<unknown>;
}

/** A ROLLBACK that takes longer is not waited for (as knex has it). */
const ROLLBACK_MS = 5_000;

/**
 * Makes `knex.transaction()` cheap where nothing is given, as Strapi's `db.transaction` asks for it. Knex makes a whole knex of 200 methods for each,
 * which costs more than a small statement; here all take them from the one that is there. With a container or settings, and within a
 * transaction (savepoints), knex's own is made (docs/decisions/0009).
 */
export function makeTransactionsLight(strapi: Core.Strapi): void {
  const knex = strapi.db.connection as unknown as WholeKnex;
  Object.defineProperty(knex, 'transaction', {
    configurable: true,
    value: (...asked: unknown[]) => (asked.length === 0 ? begun(knex) : knex.context.transaction(...asked)),
  });
}

/** A transaction on a connection of its own, whose BEGIN is on its way. */
async function begun(knex: WholeKnex): Promise<Knex.Transaction> {
  const { client } = knex;
  const connection = await client.acquireConnection();
  const ending = new Ending(client, connection);
  await ending.begin();
  const outer: Outer = { isCompleted: () => ending.isOver, _lastChild: Promise.resolve() };
  const context = Object.create(knex.context, {
    client: { value: ownClient(client, connection, ending), writable: true },
    _transaction: {
      value(this: WholeKnex['context'], container: unknown, settings: unknown) {
        return knex.context._transaction.call(this, container, settings, outer);
      },
    },
  }) as WholeKnex['context'];
  const transactor = (table?: string, options?: object) => {
    const builder = context.queryBuilder();
    return table === undefined ? builder : builder.table(table, options);
  };
  Object.setPrototypeOf(transactor, knex);
  const nested = (...asked: unknown[]) => context.transaction(...asked);
  const own: Readonly<Record<string, unknown>> = {
    context,
    isTransaction: true,
    executionPromise: ending.promise,
    isCompleted: () => ending.isOver,
    commit: () => ending.commit(),
    rollback: (error?: unknown) => ending.rollback(error),
    transaction: nested,
    savepoint: nested,
  };
  // Defined, since what the prototype has refuses to be assigned; enumerable, since knex takes an empty object for none.
  for (const [name, value] of Object.entries(own)) Object.defineProperty(transactor, name, { value, enumerable: true });
  return transactor as unknown as Knex.Transaction;
}

/** The client with one connection, which takes no statement when the transaction is over. */
function ownClient(client: PoolClient, connection: unknown, ending: Ending): PoolClient {
  return Object.assign(Object.create(client) as PoolClient, {
    transacting: true,
    acquireConnection: () => Promise.resolve(connection),
    releaseConnection: () => Promise.resolve(),
    query(this: PoolClient, asked: unknown, sql: string) {
      if (ending.isOver) return Promise.reject(new Error('Transaction query already complete'));
      return client.query.call(this, asked, sql);
    },
  });
}

/** How a transaction ends. As with knex, `commit` and `rollback` resolve also when they failed: only the promise tells. */
class Ending {
  isOver = false;
  readonly promise: Promise<unknown>;
  private settle: { resolve: () => void; reject: (error: unknown) => void } = {
    resolve: () => undefined,
    reject: () => undefined,
  };

  constructor(
    private readonly client: PoolClient,
    private readonly connection: unknown,
  ) {
    this.promise = new Promise<void>((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    const release = () => void this.client.releaseConnection(this.connection);
    this.promise.then(release, release);
  }

  async begin(): Promise<void> {
    try {
      await this.client._query(this.connection, { sql: 'BEGIN;' });
    } catch (error) {
      this.isOver = true;
      this.settle.reject(error);
      throw error;
    }
  }

  async commit(): Promise<void> {
    await this.end('COMMIT;', this.settle.resolve);
  }

  async rollback(error?: unknown): Promise<void> {
    const settle = () => (error === undefined ? this.settle.resolve() : this.settle.reject(error));
    let patience: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      patience = setTimeout(() => resolve(settle()), ROLLBACK_MS);
    });
    try {
      await Promise.race([this.end('ROLLBACK', settle), late]);
    } finally {
      clearTimeout(patience);
    }
  }

  private async end(sql: string, settle: () => void): Promise<void> {
    if (this.isOver) throw new Error('Transaction query already complete');
    this.isOver = true;
    try {
      await this.client.query(this.connection, sql);
      settle();
    } catch (error) {
      this.settle.reject(error);
    }
  }
}
