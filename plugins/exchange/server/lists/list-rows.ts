import { csvRows } from './csv-rows';
import { errorCode } from './error-code';
import { ListRefused } from './list-refused';
import type { ListRow } from './list-row';
import type { ListWatch } from './list-watch';
import { detectEncoding, readSample } from './text-encoding';
import { xlsxRows } from './xlsx-rows';

const ZIP_START = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLD_OFFICE_START = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** The rows of a list file, CSV or XLSX by its content, whatever its name. */
export async function* listRows(path: string, watch: ListWatch = {}): AsyncGenerator<ListRow, void> {
  const sample = await readSample(path).catch(unreadable);
  if (sample.length === 0) throw refused('文件是空的，请选择名单文件');
  if (startsWith(sample, ZIP_START)) yield* xlsxRows(path, watch);
  else if (startsWith(sample, OLD_OFFICE_START)) throw refused('不支持旧版 XLS 文件，请另存为 XLSX 或 CSV 后再导入');
  else if (isBinary(sample)) throw refused('文件不是名单，请选择 CSV 或 XLSX 文件');
  else yield* csvRows(path, detectEncoding(sample), watch);
}

function startsWith(sample: Buffer, start: Buffer): boolean {
  return sample.subarray(0, start.length).equals(start);
}

/** Text has no zero bytes, but in UTF-16, which carries a mark. */
function isBinary(sample: Buffer): boolean {
  return sample.includes(0) && detectEncoding(sample) !== 'utf-16le';
}

function unreadable(error: unknown): never {
  if (errorCode(error) === 'ENOENT') throw refused('找不到文件，请检查文件名和路径');
  if (errorCode(error) === 'EISDIR') throw refused('这是一个文件夹，请选择名单文件');
  throw error;
}

function refused(message: string): ListRefused {
  return new ListRefused(message, { file: message });
}
