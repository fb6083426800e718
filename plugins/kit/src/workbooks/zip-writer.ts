import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  crc: number;
  size: number;
  packedSize: number;
}

const LOCAL_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const VERSION = 20;
/** Sizes stand behind the data, names are UTF-8 (APPNOTE 4.4.4, bits 3 and 11). */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01: an archive of the same content has the same bytes. */
const FIRST_DAY = 0x21;
const LARGEST = 0xffffffff;

/** Writes an archive while its content comes in; what is not yet on the disk is bounded by the streams' own buffers. */
export class ZipWriter {
  readonly #entries: Entry[] = [];
  #offset = 0;
  #deflate: DeflateRaw | undefined;
  #failure: Error | undefined;
  /** Rejects when the disk refuses: the compressor would wait for it for ever. */
  readonly #closed: Promise<never>;

  constructor(readonly stream: Writable) {
    stream.on('error', (error) => (this.#failure = error));
    this.#closed = new Promise((_resolve, reject) => {
      stream.once('close', () =>
        reject(this.#failure ?? new Error('The archive was closed while it was being written')),
      );
    });
    // Its rejection counts only for who waits at that moment.
    this.#closed.catch(() => undefined);
  }

  /** Begins the next file; the one before must have ended. */
  begin(name: string): void {
    const entry = { name: Buffer.from(name), offset: this.#offset, crc: 0, size: 0, packedSize: 0 };
    this.#entries.push(entry);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(LOCAL_SIGNATURE, 0);
    writeCommon(header, 4);
    header.writeUInt16LE(entry.name.length, 26);
    this.#put(Buffer.concat([header, entry.name]));
    const deflate = createDeflateRaw();
    deflate.on('data', (chunk: Buffer) => {
      entry.packedSize += chunk.length;
      if (this.#put(chunk)) return;
      deflate.pause();
      this.stream.once('drain', () => deflate.resume());
    });
    this.#deflate = deflate;
  }

  /** Adds to the file that has begun; resolves when there is room for more. */
  async write(text: string): Promise<void> {
    const entry = this.#entries.at(-1);
    if (!this.#deflate || !entry) throw new Error('No file of the archive has begun');
    if (this.#failure) throw this.#failure;
    const bytes = Buffer.from(text);
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    if (!this.#deflate.write(bytes)) await Promise.race([once(this.#deflate, 'drain'), this.#closed]);
  }

  /** Ends the file that has begun. */
  async end(): Promise<void> {
    const entry = this.#entries.at(-1);
    if (!this.#deflate || !entry) throw new Error('No file of the archive has begun');
    this.#deflate.end();
    await Promise.race([once(this.#deflate, 'end'), this.#closed]);
    this.#deflate = undefined;
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(DESCRIPTOR_SIGNATURE, 0);
    writeSizes(descriptor, 4, entry);
    this.#put(descriptor);
  }

  /** Ends the archive; it is complete when this resolves. */
  async close(): Promise<void> {
    const start = this.#offset;
    for (const entry of this.#entries) this.#put(directoryEntry(entry));
    if (this.#offset > LARGEST) throw new Error('The archive has outgrown 4 GiB');
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END_SIGNATURE, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(this.#offset - start, 12);
    end.writeUInt32LE(start, 16);
    this.#put(end);
    this.stream.end();
    if (!this.stream.closed) await once(this.stream, 'close');
    if (this.#failure) throw this.#failure;
  }

  #put(bytes: Buffer): boolean {
    this.#offset += bytes.length;
    return this.stream.write(bytes);
  }
}

function directoryEntry(entry: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(ENTRY_SIGNATURE, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6);
  writeSizes(header, 16, entry);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

function writeCommon(header: Buffer, at: number): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(FLAGS, at + 2);
  header.writeUInt16LE(DEFLATED, at + 4);
  header.writeUInt16LE(FIRST_DAY, at + 8);
}

function writeSizes(header: Buffer, at: number, { crc, packedSize, size }: Entry): void {
  header.writeUInt32LE(crc, at);
  header.writeUInt32LE(packedSize, at + 4);
  header.writeUInt32LE(size, at + 8);
}
