import type { Readable } from 'node:stream';
import type { Answer } from './list';

/** The media type of a workbook. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The media type of a Word document. */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface Download {
  readonly fileName: string;
  readonly type: string;
  readonly content: string | Buffer | Readable;
}

/** Answers a file to be saved under a name that may be Chinese; it is never kept by caches between. */
export function sendDownload(ctx: Answer, { fileName, type, content }: Download): void {
  ctx.set('Content-Type', type);
  ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.body = content;
}
