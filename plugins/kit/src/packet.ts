import { Query } from 'pg';
import { prepareValue } from 'pg/lib/utils';

/** A statement for the wire; `options.name` makes it a named one. */
export interface Statement {
  readonly sql?: string;
  readonly bindings?: readonly unknown[];
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What pg's client reads and calls of a query, of which its types declare nothing. */
interface WireQuery {
  name: string | undefined;
  text: string;
  values: readonly unknown[] | undefined;
  queryMode: string;
  callback: (error: Error | null, answer: unknown) => void;
  readonly _result: { _types: unknown };
  submit(wire: Wire): Error | null;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
  handleEmptyQuery(wire: Wire): void;
  handleError(error: unknown, wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
}

interface Wire {
  readonly stream: { destroy(error: Error): void };
  readonly parsedStatements: Readonly<Record<string, string | undefined>>;
  readonly submittedNamedStatements: Record<string, string | undefined>;
  sync(): void;
  _send(message: Buffer): boolean;
}

/** A client of pg. */
export interface Connection {
  readonly _types: unknown;
  readonly connection: Wire;
  query(query: Packet): unknown;
}

const WirePart = Query as unknown as new (config: object | string) => WireQuery;

/**
 * Statements that PostgreSQL answers at once: they go out in one write with one Sync at their end. After a failed one it skips the rest,
 * which then fail with the same error; the transaction is left failed. The values are made ready beforehand, so that none fails on its way.
 */
export function sendTogether(connection: Connection, statements: readonly Statement[]): readonly Promise<unknown>[] {
  const parts: WireQuery[] = [];
  let values: readonly (readonly unknown[])[];
  try {
    values = statements.map(({ bindings = [] }) => bindings.map((value) => prepareValue(value)));
  } catch (error) {
    // None may go out without the others.
    return statements.map(() => Promise.reject(error instanceof Error ? error : new Error(String(error))));
  }
  const answers = statements.map(
    (statement, place) =>
      new Promise<unknown>((resolve, reject) => {
        const part = partOf(statement);
        part.values = values[place];
        part.queryMode = 'extended';
        part.callback = (error, answer) => (error ? reject(error) : resolve(answer));
        part._result._types = connection._types;
        parts.push(part);
      }),
  );
  connection.query(new Packet(parts));
  return answers;
}

/** pg copies a configuration property by property, which costs more than all else of a query: mostly there is nothing but text and name. */
function partOf({ sql = '', options = {} }: Statement): WireQuery {
  const { name, ...others } = options;
  for (const _other in others) return new WirePart({ ...options, text: sql });
  const part = new WirePart(sql);
  if (typeof name === 'string') part.name = name;
  return part;
}

/** A connection that keeps what parts send, and sends no Syncs of theirs, which would make PostgreSQL answer each by itself. */
interface Collecting {
  readonly wire: Wire;
  readonly sent: Buffer[];
}

const collecting = new WeakMap<Wire, Collecting>();

function collectingOf(wire: Wire): Collecting {
  const known = collecting.get(wire);
  if (known) return known;
  const sent: Buffer[] = [];
  const collected = Object.create(wire, {
    sync: { value: () => undefined },
    _send: { value: (message: Buffer) => sent.push(message) > 0 },
  }) as Wire;
  const made = { wire: collected, sent };
  collecting.set(wire, made);
  return made;
}

/** One query in the eyes of pg's client, which waits for one Sync; each message belongs to the part that is being answered. */
class Packet extends (Query as unknown as new (config: string) => object) {
  private at = 0;

  constructor(private readonly parts: readonly WireQuery[]) {
    super('');
  }

  /** pg remembers under it what a part has had parsed. */
  get name(): string | undefined {
    return this.part?.name;
  }
  set name(_first: string | undefined) {
    // pg's constructor writes it.
  }
  get text(): string {
    return this.part?.text ?? '';
  }
  set text(_first: string) {
    // pg's constructor writes it.
  }

  submit(wire: Wire): Error | null {
    const { wire: collected, sent } = collectingOf(wire);
    try {
      for (const [place, part] of this.parts.entries()) {
        const refused = part.submit(collected);
        if (!refused) continue;
        // pg remembers as parsed what was never sent.
        if (place > 0) wire.stream.destroy(refused);
        return refused;
      }
      wire.sync.call(collected);
      // One write for the socket, where each message would be one.
      wire._send(Buffer.concat(sent));
      return null;
    } finally {
      sent.length = 0;
    }
  }

  handleRowDescription(message: unknown): void {
    this.part?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.part?.handleDataRow(message);
  }

  handleEmptyQuery(wire: Wire): void {
    this.part?.handleEmptyQuery(wire);
    this.at += 1;
  }

  handleCommandComplete(message: unknown, wire: Wire): void {
    this.part?.handleCommandComplete(message, wire);
    this.at += 1;
  }

  handleError(error: unknown, wire: Wire): void {
    for (const [place, part] of this.parts.entries()) {
      if (place < this.at) {
        part.handleReadyForQuery(wire);
        continue;
      }
      // What PostgreSQL skipped it has not parsed either.
      if (part.name !== undefined) delete wire.submittedNamedStatements[part.name];
      part.handleError(error, wire);
    }
  }

  handleReadyForQuery(wire: Wire): void {
    for (const part of this.parts) part.handleReadyForQuery(wire);
  }

  private get part(): WireQuery | undefined {
    return this.parts[this.at];
  }
}
