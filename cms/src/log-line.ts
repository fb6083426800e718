import { loggedText } from '@anju/kit';

/** Where winston's transports read the finished line. */
const MESSAGE = Symbol.for('message');

interface LogEntry {
  readonly level: string;
  readonly message: unknown;
  readonly stack?: unknown;
  [MESSAGE]?: string;
}

/** One JSON object a line: `time`, `level`, `message` and what the writer adds. Ids of ours pass as they are, texts are cleaned. */
export function logLine(level: string, message: string, fields: Readonly<Record<string, unknown>> = {}): string {
  const cleaned = Object.entries(fields).map(([name, value]) => [name, cleanedField(name, value)]);
  return JSON.stringify({
    time: new Date().toISOString(),
    level,
    message: loggedText(message),
    // An array of pairs loses its types.
    ...(Object.fromEntries(cleaned) as Record<string, unknown>),
  });
}

/** The format of Strapi's logger: a winston format is an object that finishes an entry's line. */
export const jsonLines = {
  transform(entry: LogEntry): LogEntry {
    const { level, message, stack, ...fields } = entry;
    const text = typeof message === 'string' ? message : JSON.stringify(message);
    return { ...entry, [MESSAGE]: logLine(level, text, stack === undefined ? fields : { ...fields, stack }) };
  },
};

function cleanedField(name: string, value: unknown): unknown {
  return typeof value === 'string' && name !== 'requestId' ? loggedText(value) : value;
}
