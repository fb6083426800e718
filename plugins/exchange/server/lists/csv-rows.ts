import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { errorCode } from './error-code';
import { ListRefused } from './list-refused';
import type { ListRow } from './list-row';
import type { ListWatch } from './list-watch';
import type { TextEncoding } from './text-encoding';

const LONGEST_RECORD = 100_000;

/** The rows of a CSV file, streamed; empty rows are left out but counted. */
export async function* csvRows(
  path: string,
  encoding: TextEncoding,
  watch: ListWatch = {},
): AsyncGenerator<ListRow, void> {
  const parser = parse({
    bom: true,
    delimiter: [',', '\t'],
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
    skip_empty_lines: false,
  });
  // What goes wrong in either stream comes out of the parser's iteration below.
  pipeline(Readable.from(decoded(path, encoding, watch)), parser, () => undefined);
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      if (cells.some((cell) => cell.trim() !== '')) yield { number, cells };
    }
  } catch (error) {
    throw refusal(error, number);
  }
}

async function* decoded(path: string, encoding: TextEncoding, watch: ListWatch): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const { size } = await stat(path);
  const file = createReadStream(path);
  watch.opened?.(file, size);
  for await (const chunk of file as AsyncIterable<Buffer>) {
    if (encoding === 'gb18030') refuseUtf8(chunk);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

const MIXED = '文件中混用了不同的编码（可能由几个文件拼接而成），请用电子表格软件逐个打开、合并后另存为 UTF-8 的 CSV';
const LINE_END = 0x0a;
/** Two Chinese characters in UTF-8, which take three bytes each; GB18030 passes for that only where it holds no byte of C2–DF at all. */
const LEAST_WIDE_BYTES = 6;
const [FIRST_OF_TWO, LAST_OF_TWO] = [0xc2, 0xdf];

/** UTF-8 among GB18030 would be read as other characters without an error: a line that is UTF-8 in Chinese gives it away. */
function refuseUtf8(chunk: Buffer): void {
  let start = chunk.indexOf(LINE_END) + 1;
  for (let end = chunk.indexOf(LINE_END, start); end > 0; end = chunk.indexOf(LINE_END, start)) {
    const line = chunk.subarray(start, end);
    if (isUtf8(line) && isChineseUtf8(line)) throw new ListRefused(MIXED, { file: MIXED });
    start = end + 1;
  }
}

function isChineseUtf8(line: Buffer): boolean {
  let wide = 0;
  for (const byte of line) {
    if (byte >= FIRST_OF_TWO && byte <= LAST_OF_TWO) return false;
    if (byte > 0x7f) wide += 1;
  }
  return wide >= LEAST_WIDE_BYTES;
}

function refusal(error: unknown, rowsRead: number): unknown {
  if (error instanceof CsvError) {
    const message = `第 ${rowsRead + 1} 行附近的 CSV 格式有误（引号或分隔符不配对），请用电子表格软件重新另存为 CSV`;
    return new ListRefused(message, { file: message }, { cause: error });
  }
  if (errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    const message = `文件编码不是 UTF-8 或 GB18030，或前后编码不一致（第 ${rowsRead + 1} 行以后），请重新另存为 UTF-8 的 CSV`;
    return new ListRefused(message, { file: message }, { cause: error });
  }
  return error;
}
