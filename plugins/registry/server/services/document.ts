import { createHash } from 'node:crypto';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { MOST_PAGES, PDF_TYPE } from '@anju/domain/contracts';
import { FileTooLarge } from '@anju/kit';
import { RefusedDocument } from './evidence-refusals';
import type { CleanDocument } from './pdf/clean-document';
import { Turnstile } from './turnstile';

/** A document as it is stored: pages alone, written anew. */
export interface StoredDocument {
  readonly full: Buffer;
  readonly mimeType: typeof PDF_TYPE;
  readonly pageCount: number;
  /** Hex digest of the stored bytes. */
  readonly contentHash: string;
}

const READER = path.join(__dirname, 'pdf', 'clean-document-worker.js');
const MOST_MILLISECONDS = 20_000;
const MOST_MEGABYTES = 256;
const AGAIN = '请另存（打印）为普通 PDF，或逐页拍照后上传';

const REFUSALS = {
  broken: `PDF 不完整或已损坏，${AGAIN}`,
  locked: `PDF 设有密码或权限限制，不能上传；${AGAIN}`,
  bomb: `PDF 的内容异常庞大，不能上传；${AGAIN}`,
  script: `PDF 中有脚本或会自动执行的内容，不能上传；${AGAIN}`,
  attachment: `PDF 中夹带了其他文件或音视频，不能上传；${AGAIN}`,
} as const;

const reading = new Turnstile(1);

/** Whether a file begins as a PDF does, whatever its name. */
export function isDocument(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 5) === '%PDF-';
}

/** Makes an uploaded PDF into a document to store; throws RefusedDocument, or FileTooLarge for more than 50 pages. */
export async function readDocument(bytes: Buffer): Promise<StoredDocument> {
  const clean = await reading.pass(() => inThread(bytes));
  if ('refused' in clean) throw new RefusedDocument(REFUSALS[clean.refused]);
  if (clean.pageCount > MOST_PAGES)
    throw new FileTooLarge(`PDF 有 ${clean.pageCount} 页，最多 ${MOST_PAGES} 页，请分成几个文件上传`);
  if (clean.pageCount === 0) throw new RefusedDocument(REFUSALS.broken);
  const full = Buffer.from(clean.bytes);
  const contentHash = createHash('sha256').update(full).digest('hex');
  return { full, mimeType: PDF_TYPE, pageCount: clean.pageCount, contentHash };
}

/** A document that its thread cannot read in its time and memory counts as broken. */
function inThread(bytes: Buffer): Promise<CleanDocument> {
  return new Promise((resolve) => {
    const thread = new Worker(READER, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const giveUp = () => {
      resolve({ refused: 'broken' });
      void thread.terminate();
    };
    const timer = setTimeout(giveUp, MOST_MILLISECONDS);
    thread.once('message', (clean: CleanDocument) => resolve(clean));
    thread.once('error', giveUp);
    thread.once('exit', () => {
      clearTimeout(timer);
      giveUp();
    });
  });
}
