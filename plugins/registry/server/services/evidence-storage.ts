import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { dataPath } from '@anju/kit';

/** A stored file, ready to be sent. */
export interface StoredFile {
  readonly size: number;
  open(): Readable;
}

/** Where evidence files live; keys are chosen once and a stored file is never replaced. */
export interface EvidenceStorage {
  /** Stores bytes under a new key; they are on the disk when this returns. Throws when the key is taken. */
  store(key: string, bytes: Buffer): Promise<void>;
  /** The file under a key; undefined when there is none. */
  find(key: string): Promise<StoredFile | undefined>;
  remove(key: string): Promise<void>;
  /** Takes a file out of its place and keeps it among the orphans of a day (yyyy-mm-dd). */
  setAside(key: string, day: string): Promise<void>;
  /** Keys of files last written before `time`, in milliseconds since the epoch. */
  keysBefore(time: number): AsyncIterable<string>;
}

/** A new key: two levels of folders keep each of them small. */
export function newStorageKey(extension: string): string {
  const name = randomUUID();
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}.${extension}`;
}

const ORPHANS = '.orphans';

let opened: EvidenceStorage | undefined;

/** Opens the storage of this installation; once, when the application starts. */
export function openEvidenceStorage(node: string): EvidenceStorage {
  opened = folderStorage(node);
  return opened;
}

/** The storage that was opened when the application started. */
export function evidenceStorage(): EvidenceStorage {
  if (!opened) throw new Error('The evidence storage is not open');
  return opened;
}

/**
 * Evidence of one installation in the private folder `evidence/<node>` of the data folder.
 * A file from before installations had folders of their own lies in `evidence` itself: it is found there, and nothing else.
 */
export function folderStorage(node: string): EvidenceStorage {
  const root = dataPath('evidence', node);
  const place = (key: string) => path.join(root, ...key.split('/'));
  return {
    store: (key, bytes) => writeOnce(place(key), bytes),
    find: async (key) => (await storedFile(place(key))) ?? storedFile(dataPath('evidence', ...key.split('/'))),
    remove: (key) => rm(place(key), { force: true }),
    setAside: (key, day) => moveAside(place(key), path.join(root, ORPHANS, day, ...key.split('/'))),
    keysBefore: (time) => oldKeys(root, time),
  };
}

async function storedFile(file: string): Promise<StoredFile | undefined> {
  const found = await stat(file).catch(missingFile);
  return found && { size: found.size, open: () => createReadStream(file) };
}

async function moveAside(file: string, aside: string): Promise<void> {
  await makeFolder(path.dirname(aside));
  await rename(file, aside).catch(missingFile);
}

/** Linking the finished file into its place fails when the place is taken; renaming would replace what is there. */
async function writeOnce(file: string, bytes: Buffer): Promise<void> {
  const folder = path.dirname(file);
  await makeFolder(folder);
  const partial = `${file}.${randomUUID()}.partial`;
  try {
    const handle = await open(partial, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(partial, file);
  } finally {
    await rm(partial, { force: true });
  }
  await syncFolder(folder);
}

/** A folder that is made must be on the disk as well: the entry of each new one stands in its parent. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const above = path.dirname(path.resolve(first));
  for (let parent = path.dirname(folder); parent.length >= above.length; parent = path.dirname(parent)) {
    await syncFolder(parent);
    if (parent === above) return;
  }
}

/** Windows opens no folders for writing through, and journals its entries itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* oldKeys(root: string, time: number): AsyncIterable<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(missingFile);
  for (const entry of entries ?? []) {
    const file = path.join(entry.parentPath, entry.name);
    const key = path.relative(root, file).split(path.sep).join('/');
    if (!entry.isFile() || key.startsWith(`${ORPHANS}/`)) continue;
    const found = await stat(file).catch(missingFile);
    if (found && found.mtimeMs < time) yield key;
  }
}

function missingFile(error: unknown): undefined {
  if (error !== null && typeof error === 'object' && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
