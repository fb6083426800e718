import type { FileHandle } from 'node:fs/promises';

/** One file of a ZIP archive as its central directory declares it; sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_LENGTH = 20;
const WIDE_END_LENGTH = 56;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const WIDE = 0xffffffff;
const WIDE_EXTRA = 1;
const LARGEST_DIRECTORY = 4 * 1024 * 1024;

/** The files of an archive (APPNOTE 4.3.12, with ZIP64); undefined when it is damaged or has an absurd directory. */
export async function zipDirectory(file: FileHandle, fileSize: number): Promise<readonly ZipEntry[] | undefined> {
  const place = await directoryPlace(file, fileSize);
  if (!place || place.length > LARGEST_DIRECTORY || place.offset + place.length > fileSize) return undefined;
  const bytes = await readAt(file, place.offset, place.length);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + ENTRY_LENGTH <= bytes.length && bytes.readUInt32LE(at) === ENTRY_SIGNATURE) {
    const [nameLength, extraLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
    const name = bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    const extra = bytes.subarray(at + ENTRY_LENGTH + nameLength, at + ENTRY_LENGTH + nameLength + extraLength);
    const numbers = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const [size = 0, packedSize = 0, headerOffset = 0] = widened(numbers, extra);
    entries.push({ name, method: bytes.readUInt16LE(at + 10), size, packedSize, headerOffset });
    at += ENTRY_LENGTH + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where an entry's packed bytes begin. */
export async function zipDataOffset(file: FileHandle, entry: ZipEntry): Promise<number> {
  const header = await readAt(file, entry.headerOffset, LOCAL_LENGTH);
  if (header.length < LOCAL_LENGTH) return Number.NaN;
  return entry.headerOffset + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function directoryPlace(
  file: FileHandle,
  fileSize: number,
): Promise<{ readonly offset: number; readonly length: number } | undefined> {
  const start = Math.max(0, fileSize - END_LENGTH - LONGEST_COMMENT - LOCATOR_LENGTH);
  const tail = await readAt(file, start, fileSize - start);
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    const [length, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    if (offset !== WIDE && length !== WIDE) return { offset, length };
    const locator = at - LOCATOR_LENGTH;
    if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR_SIGNATURE) return undefined;
    const end = await readAt(file, Number(tail.readBigUInt64LE(locator + 8)), WIDE_END_LENGTH);
    if (end.length < WIDE_END_LENGTH) return undefined;
    return { length: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) };
  }
  return undefined;
}

/** Numbers that do not fit in 32 bits stand in the ZIP64 extra field, in this order. */
function widened(numbers: readonly number[], extra: Buffer): readonly number[] {
  let wide: Buffer = Buffer.alloc(0);
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === WIDE_EXTRA) wide = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  let used = 0;
  return numbers.map((number) => {
    if (number !== WIDE || used + 8 > wide.length) return number;
    used += 8;
    return Number(wide.readBigUInt64LE(used - 8));
  });
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  if (!Number.isSafeInteger(offset) || offset < 0) return Buffer.alloc(0);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}
