import { createReadStream } from 'node:fs';
import type { ExportFormat } from '@anju/domain';
import { type DoorContext, NotFound, sendDownload, XLSX_TYPE } from '@anju/kit';
import { exchangeFiles } from './open-files';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: XLSX_TYPE,
};

export interface FileAnswer {
  readonly key: string | null;
  readonly fileName: string;
  readonly format: ExportFormat;
}

/** Sends a file to be saved; it holds people's data, so nothing on the way keeps it. Throws NotFound when it is gone. */
export async function sendFile(ctx: DoorContext, { key, fileName, format }: FileAnswer): Promise<void> {
  const size = key === null ? undefined : await exchangeFiles().size(key);
  if (key === null || size === undefined) throw new NotFound('没有这个文件，或已过期删除');
  sendDownload(ctx, { fileName, type: TYPES[format], content: createReadStream(exchangeFiles().place(key)) });
  ctx.set('Content-Length', String(size));
}
