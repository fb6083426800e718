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
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

function refusal(error: unknown, rowsRead: number): unknown {
  if (error instanceof CsvError) {
    const message = `第 ${rowsRead + 1} 行附近的 CSV 格式有误（引号或分隔符不配对），请用电子表格软件重新另存为 CSV`;
    return new ListRefused(message, { file: message }, { cause: error });
  }
  if (errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    const message = '文件编码不是 UTF-8 或 GB18030，请重新另存为 UTF-8 的 CSV';
    return new ListRefused(message, { file: message }, { cause: error });
  }
  return error;
}
