import { inflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';

/** A small ZIP archive whose files may be unpacked without harm. */
export type Archive = PizZip;

/** The archive holds more than a certificate's template does. */
export class ArchiveTooLarge extends Error {
  constructor() {
    super('The archive holds more than a template');
  }
}

const MIB = 1024 * 1024;
/** Pictures and fonts. */
const MEDIA = /^word\/(media|fonts)\//;
const LARGEST_MEDIA = 8 * MIB;
/** A certificate's texts are some kilobytes; a mebibyte of them takes docxtemplater a second. */
const LARGEST_TEXT = MIB;
const LARGEST_WHOLE = 32 * MIB;
/** Each loose one costs docxtemplater an error; Word itself writes some around ids. */
const MOST_BRACES = 2_000;
const DEFLATED = '\x08\x00';

/** What pizzip keeps of a file until it is asked for (its compressedObject.js); its types leave it out. */
interface Packed {
  readonly compressionMethod: string;
  getCompressedContent(): Uint8Array;
}

/** Opens an archive of a template's size; throws ArchiveTooLarge, or another error when it is damaged. */
export function openArchive(bytes: Buffer): Archive {
  const archive = new PizZip(bytes);
  let whole = 0;
  for (const [name, file] of Object.entries(archive.files)) {
    if (file.dir) continue;
    const isMedia = MEDIA.test(name);
    const content = unpacked(
      (file as unknown as { readonly _data: Packed })._data,
      isMedia ? LARGEST_MEDIA : LARGEST_TEXT,
    );
    whole += content.length;
    if (whole > LARGEST_WHOLE || (!isMedia && bracesIn(content) > MOST_BRACES)) throw new ArchiveTooLarge();
  }
  return archive;
}

/** Unpacks a file up to a bound, whatever its directory claims: pizzip itself unpacks without one. */
function unpacked(packed: Packed, largest: number): Uint8Array {
  const content = packed.getCompressedContent();
  if (packed.compressionMethod !== DEFLATED) return bounded(content, largest);
  try {
    return inflateRawSync(content, { maxOutputLength: largest });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ERR_BUFFER_TOO_LARGE' ? new ArchiveTooLarge() : error;
  }
}

function bounded(content: Uint8Array, largest: number): Uint8Array {
  if (content.length > largest) throw new ArchiveTooLarge();
  return content;
}

function bracesIn(content: Uint8Array): number {
  return content.reduce((count, byte) => (byte === 0x7b || byte === 0x7d ? count + 1 : count), 0);
}
