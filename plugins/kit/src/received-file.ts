import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { BadInput, FileTooLarge } from './errors';

/** With what the names of this process's uploads begin: another process may share the folder. */
const OWN_RECEIVED = `${randomUUID()}-`;

/** The name under which the body parser keeps an upload while it arrives. */
export function receivedName(): string {
  return `${OWN_RECEIVED}${randomUUID()}`;
}

/**
 * Removes the uploads that this process has not finished from the folder, when no connection is left: the body parser
 * removes a broken upload too, but may do so after the process has ended.
 */
export async function removeOwnReceived(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(OWN_RECEIVED));
  await Promise.all(names.map((name) => rm(path.join(folder, name), { force: true })));
}

/** A file as the body parser left it on the disk. */
export interface ReceivedFile {
  readonly filepath: string;
  readonly originalFilename: string | null;
  readonly size: number;
}

/** The files of a multipart request by the names of their parts. */
export type ReceivedFiles = Readonly<Record<string, ReceivedFile | readonly ReceivedFile[] | undefined>>;

/** What Koa holds of an upload before the door's own work. */
export interface Received {
  readonly request: { readonly files?: ReceivedFiles };
}

/** What an upload must be, in the words of its refusals. */
export interface ReceivedLimit {
  readonly missing: string;
  readonly largest: number;
  readonly tooLarge: string;
}

/** Hands the one file of an upload over and removes what was received, whatever comes of it; throws BadInput or FileTooLarge. */
export async function withReceivedFile<Result>(
  ctx: Received,
  limit: ReceivedLimit,
  work: (file: ReceivedFile) => Promise<Result>,
): Promise<Result> {
  const received = Object.values(ctx.request.files ?? {}).flatMap((files) => files ?? []);
  try {
    return await work(oneFile(ctx.request.files?.file, limit));
  } finally {
    await Promise.all(received.map((file) => rm(file.filepath, { force: true })));
  }
}

function oneFile(file: ReceivedFile | readonly ReceivedFile[] | undefined, limit: ReceivedLimit): ReceivedFile {
  if (file === undefined || (isMany(file) && file.length === 0)) throw new BadInput({ file: limit.missing });
  if (isMany(file)) throw new BadInput({ file: '一次只能上传一个文件' });
  if (file.size > limit.largest) throw new FileTooLarge(limit.tooLarge);
  if (file.size === 0) throw new BadInput({ file: '文件是空的，请重新选择' });
  return file;
}

/** The body parser counts what it was sent also when the disk had no room for it, and may end before the disk's error. */
export async function receivedBytes({ filepath, size }: ReceivedFile): Promise<Buffer> {
  const bytes = await readFile(filepath);
  if (bytes.length < size)
    throw Object.assign(new Error('The disk kept only a part of the upload'), { code: 'ENOSPC' });
  return bytes;
}

/** `Array.isArray` does not narrow read-only arrays away. */
function isMany(file: ReceivedFile | readonly ReceivedFile[]): file is readonly ReceivedFile[] {
  return Array.isArray(file);
}
