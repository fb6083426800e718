import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type CopyValue = string | number | boolean | null;
export type CopyRow = readonly CopyValue[];

const CHUNK_CHARACTERS = 65_536;
const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Streams rows into a table by `copy … from stdin` in text form. Table and columns must be names of our own, never input. */
export function copyRows(
  client: Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<CopyRow> | AsyncIterable<CopyRow>,
): Promise<void> {
  return copyText(client, table, columns, chunks(rows));
}

/** The same for rows that stand in COPY's text form already. */
export async function copyText(
  client: Client,
  table: string,
  columns: readonly string[],
  text: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const target = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(text, { objectMode: false }), target);
}

/** Rows in COPY's text form, one line each. */
export function copyLines(rows: readonly CopyRow[]): string {
  let text = '';
  for (const row of rows) text += copyLine(row);
  return text;
}

async function* chunks(rows: Iterable<CopyRow> | AsyncIterable<CopyRow>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const row of rows) {
    text += copyLine(row);
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

function copyLine(row: CopyRow): string {
  return `${row.map(encode).join('\t')}\n`;
}

function encode(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character) : value;
}
