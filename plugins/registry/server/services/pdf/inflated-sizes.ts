import { inflateSync } from 'node:zlib';

/** Objects packed into a document's streams, unpacked: a scan holds some kilobytes of them. */
const MOST_UNPACKED = 32 * 1024 ** 2;

/**
 * Whether the packed objects of a document stay small when they are unpacked. The reader unpacks object and reference streams without
 * a limit, so that each place where it could find one is tried here first; what holds pictures is not unpacked by it.
 */
export function unpacksSmall(bytes: Buffer): boolean {
  let left = MOST_UNPACKED;
  let before = 0;
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 1)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') {
      before = at;
      continue;
    }
    // An object's dictionary stands between the end of the one before and its stream; # writes any letter of a name otherwise.
    const dictionary = bytes.toString('latin1', before, at);
    if (!/ObjStm|XRef|#/.test(dictionary)) continue;
    if (/\/(Filter|F)\s*\[[^\]]*\/[^\]]*\//.test(dictionary) || /LZW|RunLength/.test(dictionary)) return false;
    const size = unpackedSize(bytes.subarray(startOfData(bytes, at + 'stream'.length)), left);
    if (size > left) return false;
    left -= size;
  }
  return true;
}

function startOfData(bytes: Buffer, at: number): number {
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2;
  return bytes[at] === 0x0a || bytes[at] === 0x0d ? at + 1 : at;
}

/**
 * Bytes that a packed stream holds, or one more than `most`; 0 for what is not packed. The reader passes over a wrong checksum and a
 * missing end, so that what cannot be unpacked here counts as too large.
 */
function unpackedSize(packed: Buffer, most: number): number {
  if (!isDeflated(packed)) return 0;
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch {
    return most + 1;
  }
}

/** Whether data begin with the two bytes that the reader, too, asks of packed ones (RFC 1950, 2.2). */
function isDeflated(data: Buffer): boolean {
  return data.length > 1 && ((data[0] ?? 0) & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0;
}
