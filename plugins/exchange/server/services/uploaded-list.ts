import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { LARGEST_LIST_BYTES } from '@anju/domain';
import { AppError, BadInput } from '@anju/kit';
import type { ExchangeFiles } from './exchange-files';

/** A file as the body parser left it on the disk. */
interface ReceivedFile {
  readonly filepath: string;
  readonly originalFilename: string | null;
  readonly size: number;
}

/** What Koa holds of an upload before the door's own work. */
export interface UploadContext {
  readonly request: { readonly files?: Readonly<Record<string, ReceivedFile | readonly ReceivedFile[] | undefined>> };
  readonly state: { list?: UploadedList };
}

/** An uploaded list in its place, not yet named by any row. */
export interface UploadedList {
  readonly fileName: string;
  readonly fileSize: number;
  readonly contentHash: string;
  readonly storageKey: string;
}

const LONGEST_NAME = 200;

/** Puts the upload into its place before its request takes a database connection; what is refused is removed. */
export async function receiveList(files: ExchangeFiles, ctx: UploadContext): Promise<void> {
  const received = Object.values(ctx.request.files ?? {}).flatMap((given) => given ?? []);
  try {
    ctx.state.list = await keptList(files, ctx.request.files?.file);
  } finally {
    await Promise.all(received.map(({ filepath }) => rm(filepath, { force: true })));
  }
}

async function keptList(
  files: ExchangeFiles,
  file: ReceivedFile | readonly ReceivedFile[] | undefined,
): Promise<UploadedList> {
  if (file === undefined) throw new BadInput({ file: '请选择名单文件' });
  if (isMany(file)) throw new BadInput({ file: '一次只能上传一个文件' });
  if (file.size === 0) throw new BadInput({ file: '文件是空的，请重新选择' });
  if (file.size > LARGEST_LIST_BYTES) throw new AppError(413, 'fileTooLarge', '文件过大', { file: '文件过大' });
  const contentHash = await hashOf(file.filepath);
  const storageKey = files.newKey('list');
  await files.keep(file.filepath, storageKey);
  return { fileName: displayName(file.originalFilename), fileSize: file.size, contentHash, storageKey };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

/** `Array.isArray` does not narrow read-only arrays away. */
function isMany(file: ReceivedFile | readonly ReceivedFile[]): file is readonly ReceivedFile[] {
  return Array.isArray(file);
}

/** The name the user gave the file, without folders and control characters. */
function displayName(original: string | null): string {
  const name = (original ?? '').split(/[/\\]/).at(-1) ?? '';
  const plain = name.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return [...plain].slice(0, LONGEST_NAME).join('') || '名单';
}
