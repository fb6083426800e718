import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** The files of a small archive by name, in their order. */
export type ZipParts = ReadonlyMap<string, Buffer>;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
const VERSION = 20;
/** 1980-01-01: an archive of the same content has the same bytes. */
const FIRST_DAY = 0x21;
/** A certificate's template is some kilobytes; a part beyond this is none of a certificate. */
const LARGEST_PART = 8 * 1024 * 1024;

/** Reads an archive that lies in the configuration folder (APPNOTE 4.3); throws RangeError when it is damaged. */
export function readZipParts(bytes: Buffer): ZipParts {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END_SIGNATURE) throw new RangeError('not a ZIP archive');
  const parts = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new RangeError('damaged directory of a ZIP archive');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    parts.set(name, contentAt(bytes, at));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/** Packs files into one archive. */
export function writeZipParts(parts: ZipParts): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content);
    const common = commonHeader(Buffer.byteLength(name), content, packed);
    const local = Buffer.concat([uint32(LOCAL_SIGNATURE), common, Buffer.from(name), packed]);
    // Comment, disk and attributes stay zero; where the file begins stands last.
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(uint32(ENTRY_SIGNATURE), uint16(VERSION), common, entry, Buffer.from(name));
    files.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

function contentAt(bytes: Buffer, entry: number): Buffer {
  const size = bytes.readUInt32LE(entry + 24);
  const local = bytes.readUInt32LE(entry + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20));
  if (size > LARGEST_PART) throw new RangeError('a part of a ZIP archive is too large');
  const content =
    bytes.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(packed, { maxOutputLength: LARGEST_PART }) : packed;
  if (content.length !== size) throw new RangeError('a part of a ZIP archive is damaged');
  return Buffer.from(content);
}

/** What a file's header and its directory entry share: version to the length of the extra field. */
function commonHeader(nameLength: number, content: Buffer, packed: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(UTF8_NAMES, 2);
  header.writeUInt16LE(DEFLATED, 4);
  header.writeUInt16LE(FIRST_DAY, 8);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(nameLength, 22);
  return header;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
