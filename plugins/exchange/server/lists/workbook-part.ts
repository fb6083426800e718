import { createReadStream, type ReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { ZipEntry } from './zip-directory';

/** One file of a workbook's archive, and where in the archive its packed bytes begin. */
export interface WorkbookPart extends ZipEntry {
  readonly path: string;
  readonly start: number;
}

/** Opens a part that is not empty: its bytes, and the stream over the archive that they come from, to be destroyed in the end. */
export function openPart(part: WorkbookPart): { readonly packed: ReadStream; readonly bytes: Readable } {
  const packed = createReadStream(part.path, { start: part.start, end: part.start + part.packedSize - 1 });
  if (part.method === 0) return { packed, bytes: packed };
  const bytes = packed.pipe(createInflateRaw());
  packed.on('error', (error) => bytes.destroy(error));
  return { packed, bytes };
}
