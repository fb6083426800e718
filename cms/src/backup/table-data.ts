import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { describeFile, PRIVATE_FILE, syncFile } from './durable-files';
import type { TableData, TableDescription } from './manifest';
import { quotedColumns, quotedName } from './table-definition';

const NEWLINE = 0x0a;
const CHUNK = 2 ** 20;

/** Writes a table's rows, as the caller's snapshot shows them, into `database/` of a backup. */
export async function writeTable(
  client: Client,
  folder: string,
  table: TableDescription,
  onRows: (rows: number) => void,
): Promise<TableData> {
  const file = `database/${table.schema}.${table.name}.copy.gz`;
  const full = path.join(folder, file);
  const lines = countedLines(onRows);
  await pipeline(
    client.query(copyTo(`copy ${quotedName(table)} (${quotedColumns(table)}) to stdout`)),
    lines.stream,
    // The fastest level: these texts shrink to a quarter already, and the data base waits for us.
    createGzip({ level: constants.Z_BEST_SPEED, chunkSize: CHUNK }),
    createWriteStream(full, { mode: PRIVATE_FILE, flags: 'wx', highWaterMark: CHUNK }),
  );
  await syncFile(full);
  return { schema: table.schema, name: table.name, rows: lines.count(), data: await describeFile(folder, file) };
}

/** Loads a table's rows; the table was made in this transaction, so that its pages can be written as frozen at once. */
export async function loadTable(
  client: Client,
  folder: string,
  table: TableDescription,
  { data, rows }: TableData,
  onRows: (rows: number) => void,
): Promise<void> {
  const target = client.query(
    copyFrom(`copy ${quotedName(table)} (${quotedColumns(table)}) from stdin with (freeze true)`),
  );
  const lines = countedLines(onRows);
  await pipeline(
    createReadStream(path.join(folder, data.file), { highWaterMark: CHUNK }),
    createGunzip({ chunkSize: CHUNK }),
    lines.stream,
    target,
  );
  if (target.rowCount !== rows) {
    throw new Error(`${quotedName(table)}: ${target.rowCount} rows were loaded, the manifest says ${rows}`);
  }
}

/** In COPY's text form a row is a line: a line break within a value is written as \n. */
function countedLines(onRows: (rows: number) => void): { stream: Transform; count: () => number } {
  let count = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) count += 1;
      onRows(count);
      done(null, chunk);
    },
  });
  return { stream, count: () => count };
}
