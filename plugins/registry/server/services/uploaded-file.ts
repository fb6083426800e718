import { readFile, rm } from 'node:fs/promises';
import { LARGEST_PHOTO_BYTES } from '@anju/domain/contracts';
import { BadInput } from '@anju/kit';
import { FileTooLarge } from './evidence-refusals';
import { readPicture, type StoredPicture } from './picture';

const LONGEST_NAME = 120;

/** A file as the body parser left it on the disk. */
interface ReceivedFile {
  readonly filepath: string;
  readonly originalFilename: string | null;
  readonly size: number;
}

/** What Koa holds of an upload before the door's own work. */
export interface UploadContext {
  readonly request: { readonly files?: Readonly<Record<string, ReceivedFile | readonly ReceivedFile[] | undefined>> };
  readonly state: { evidence?: UploadedPicture };
}

/** An uploaded picture, decoded and made ready to store. */
export interface UploadedPicture {
  readonly fileName: string;
  readonly picture: StoredPicture;
}

/** Decodes the upload before its request takes a database connection; the received files are always removed. */
export async function receivePicture(ctx: UploadContext): Promise<void> {
  const received = Object.values(ctx.request.files ?? {}).flatMap((files) => files ?? []);
  try {
    ctx.state.evidence = await uploadedPicture(ctx.request.files?.file);
  } finally {
    await Promise.all(received.map((file) => rm(file.filepath, { force: true })));
  }
}

async function uploadedPicture(file: ReceivedFile | readonly ReceivedFile[] | undefined): Promise<UploadedPicture> {
  if (file === undefined || (isMany(file) && file.length === 0)) throw new BadInput({ file: '请选择要上传的照片' });
  if (isMany(file)) throw new BadInput({ file: '一次只能上传一个文件' });
  if (file.size > LARGEST_PHOTO_BYTES) throw new FileTooLarge('文件超过 20 MB，请压缩后再上传');
  if (file.size === 0) throw new BadInput({ file: '文件是空的，请重新选择' });
  const picture = await readPicture(await receivedBytes(file));
  return { fileName: displayName(file.originalFilename), picture };
}

/** The body parser counts what it was sent also when the disk had no room for it, and may end before the disk's error. */
async function receivedBytes({ filepath, size }: ReceivedFile): Promise<Buffer> {
  const bytes = await readFile(filepath);
  if (bytes.length < size)
    throw Object.assign(new Error('The disk kept only a part of the upload'), { code: 'ENOSPC' });
  return bytes;
}

/** `Array.isArray` does not narrow read-only arrays away. */
function isMany(file: ReceivedFile | readonly ReceivedFile[]): file is readonly ReceivedFile[] {
  return Array.isArray(file);
}

/** The name the clerk gave the file, without folders and control characters, with the ending of what is stored. */
function displayName(original: string | null): string {
  const name = (original ?? '').split(/[/\\]/).at(-1) ?? '';
  // Cc and Cf: control and invisible characters.
  const stem = name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\.[^.]*$/, '')
    .trim();
  return `${[...stem].slice(0, LONGEST_NAME).join('') || '照片'}.jpg`;
}
