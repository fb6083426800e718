import { open } from 'node:fs/promises';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le';

const SAMPLE_BYTES = 65_536;
const LONGEST_CHARACTER_BYTES = 4;

/** The first bytes of a file, enough to tell what it is. */
export async function readSample(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** How a list's text is encoded: by its byte order mark, else UTF-8 when it is valid, else GB18030 (Excel's choice in China). */
export function detectEncoding(sample: Buffer): TextEncoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  return isUtf8(sample) ? 'utf-8' : 'gb18030';
}

/** A sample may end inside a character: a few bytes fewer must do as well. */
function isUtf8(sample: Buffer): boolean {
  for (let cut = 0; cut < LONGEST_CHARACTER_BYTES; cut += 1) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(sample.subarray(0, sample.length - cut));
      return true;
    } catch {
      continue;
    }
  }
  return false;
}
