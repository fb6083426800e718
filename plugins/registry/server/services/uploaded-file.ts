import { createHash } from 'node:crypto';
import { LARGEST_PHOTO_BYTES } from '@anju/domain/contracts';
import { type Received, receivedBytes, withReceivedFile } from '@anju/kit';
import { isDocument, readDocument, type StoredDocument } from './document';
import { readPicture, type StoredPicture } from './picture';

const PHOTO = {
  missing: '请选择要上传的照片',
  largest: LARGEST_PHOTO_BYTES,
  tooLarge: '文件超过 20 MB，请压缩后再上传',
};
const LONGEST_NAME = 120;

/** What Koa holds of an upload before the door's own work. */
export interface UploadContext extends Received {
  readonly state: { evidence?: UploadedPicture | UploadedDocument };
}

interface Uploaded {
  readonly fileName: string;
  /** Hex digest of the bytes that came: the same file again is known by it. */
  readonly sourceHash: string;
}

/** An uploaded picture, decoded and made ready to store. */
export interface UploadedPicture extends Uploaded {
  readonly picture: StoredPicture;
}

/** An uploaded document, looked through and made ready to store. */
export interface UploadedDocument extends Uploaded {
  readonly document: StoredDocument;
}

/** Makes the upload ready before its request takes a database connection; the received files are always removed. */
export function receiveEvidence(ctx: UploadContext): Promise<void> {
  return receive(ctx, (bytes, named) =>
    isDocument(bytes)
      ? documentOf(bytes, named)
      : pictureOf(bytes, named, '只能上传 JPG、PNG、WebP 图片或 PDF，此文件不是图片'),
  );
}

/** The same for a door that takes pictures only. */
export function receivePicture(ctx: UploadContext): Promise<void> {
  return receive(ctx, (bytes, named) => pictureOf(bytes, named, '只能上传 JPG、PNG 或 WebP 图片，此文件不是图片'));
}

interface Named {
  readonly stem: string;
  readonly sourceHash: string;
}

type MakeReady = (bytes: Buffer, named: Named) => Promise<UploadedPicture | UploadedDocument>;

async function pictureOf(bytes: Buffer, { stem, sourceHash }: Named, taken: string): Promise<UploadedPicture> {
  return { fileName: `${stem || '照片'}.jpg`, sourceHash, picture: await readPicture(bytes, taken) };
}

async function documentOf(bytes: Buffer, { stem, sourceHash }: Named): Promise<UploadedDocument> {
  return { fileName: `${stem || '材料'}.pdf`, sourceHash, document: await readDocument(bytes) };
}

async function receive(ctx: UploadContext, makeReady: MakeReady): Promise<void> {
  ctx.state.evidence = await withReceivedFile(ctx, PHOTO, async (file) => {
    const bytes = await receivedBytes(file);
    const sourceHash = createHash('sha256').update(bytes).digest('hex');
    return makeReady(bytes, { stem: stemOf(file.originalFilename), sourceHash });
  });
}

/** The name the clerk gave the file, without folders, control characters and its ending: the stored file has an ending of its own. */
function stemOf(original: string | null): string {
  const name = (original ?? '').split(/[/\\]/).at(-1) ?? '';
  // Cc and Cf: control and invisible characters.
  const stem = name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\.[^.]*$/, '')
    .trim();
  return [...stem].slice(0, LONGEST_NAME).join('');
}
