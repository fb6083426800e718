import { createHash } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { FileTooLarge } from '@anju/kit';
import sharp from 'sharp';
import { UnreadablePicture } from './evidence-refusals';
import { photoPrints } from './photo-print';
import { Turnstile } from './turnstile';

/** A picture as it is stored: upright JPEG without metadata, with its thumbnail. */
export interface StoredPicture {
  readonly full: Buffer;
  readonly thumbnail: Buffer;
  readonly mimeType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  /** Hex digest of the stored bytes. */
  readonly contentHash: string;
  /** See photoPrints. */
  readonly prints: readonly string[] | null;
}

const MOST_PIXELS = 60_000_000;
const LONGEST_SIDE = 2560;
const THUMBNAIL_SIDE = 320;
const QUALITY = 85;
const THUMBNAIL_QUALITY = 75;
const PRINTED_SIDE = 128;

/** A decoded picture takes some 200 MB: few at a time. */
const decoding = new Turnstile(2);

/**
 * Makes an uploaded file into a picture to store; throws UnreadablePicture for anything but a whole JPEG, PNG or WebP,
 * by its bytes and not by its name, saying what the door takes (`taken`), and FileTooLarge for more than 60 million pixels.
 */
export async function readPicture(bytes: Buffer, taken: string): Promise<StoredPicture> {
  if (!isPicture(bytes)) throw new UnreadablePicture(taken);
  return decoding.pass(() => encode(bytes));
}

async function encode(bytes: Buffer): Promise<StoredPicture> {
  const { width, height } = await whole(sharp(bytes).metadata());
  if (width * height > MOST_PIXELS) throw new FileTooLarge('图片超过 6000 万像素，请缩小后再上传');
  const upright = sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS }).rotate();
  const { data: full, info } = await whole(
    fitted(upright, LONGEST_SIDE)
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true }),
  );
  const thumbnail = await fitted(sharp(full), THUMBNAIL_SIDE).jpeg({ quality: THUMBNAIL_QUALITY }).toBuffer();
  const contentHash = createHash('sha256').update(full).digest('hex');
  const prints = await readPrints(thumbnail);
  return { full, thumbnail, mimeType: 'image/jpeg', width: info.width, height: info.height, contentHash, prints };
}

/** The perceptual prints of a stored thumbnail; throws what sharp throws for anything but a picture. */
export async function readPrints(thumbnail: Buffer): Promise<readonly string[] | null> {
  const points = await sharp(thumbnail, { limitInputPixels: MOST_PIXELS })
    .greyscale()
    .resize(PRINTED_SIDE, PRINTED_SIDE, { fit: 'fill' })
    .toFormat('raw')
    .toBuffer();
  return photoPrints({ side: PRINTED_SIDE, points });
}

/** A stored picture as it is shown turned: made while it is sent, after the request has given its connection back. */
export function turned(stored: { open(): Readable }, rotation: number): { open(): Readable } {
  return {
    open: () => {
      const turning = sharp({ limitInputPixels: MOST_PIXELS }).rotate(rotation).jpeg({ quality: QUALITY });
      // An error of the file destroys the turned one, where it is heard.
      return pipeline(stored.open(), turning, () => undefined);
    },
  };
}

function fitted(picture: sharp.Sharp, side: number): sharp.Sharp {
  return picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
}

async function whole<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw new UnreadablePicture('图片不完整或已损坏，请重新拍照或导出后再上传');
  }
}

/** JPEG, PNG and WebP by their first bytes. */
function isPicture(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 12);
  return start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n\x1a\n') || /^RIFF[^]{4}WEBP/.test(start);
}
