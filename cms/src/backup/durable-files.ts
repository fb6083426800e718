import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupRefused } from './backup-refused';
import type { StoredFile } from './manifest';

/** A backup holds people's data and the installation's secrets: for its user only. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Makes a folder with those above it. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
}

/** Writes a new file that is on the disk when this returns; throws when there is one of that name. */
export async function writeDurably(file: string, bytes: Buffer | string): Promise<void> {
  const handle = await open(file, 'wx', PRIVATE_FILE);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings a written file to the disk. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings a folder's entries to the disk. Windows opens no folders for that, and journals its entries itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings the entries of a folder and of every folder below it to the disk. */
export async function syncFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncFolders(path.join(folder, entry.name));
  }
  await syncFolder(folder);
}

/** Gives a finished folder its name; the name is on the disk when this returns. */
export async function nameDurably(partial: string, folder: string): Promise<void> {
  await syncFolders(partial);
  await rename(partial, folder);
  await syncFolder(path.dirname(folder));
}

/** Size and hash of a file of a backup. */
export async function describeFile(folder: string, file: string): Promise<StoredFile> {
  const hash = createHash('sha256');
  const full = path.join(folder, file);
  await pipeline(createReadStream(full), hash);
  return { file, bytes: (await stat(full)).size, sha256: hash.digest('hex') };
}

export function sha256Of(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether the disk, the quota or the largest allowed file is used up. */
export function isNoRoom(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NO_ROOM.has(String(error.code));
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Bytes in words, for messages. */
export function inWords(bytes: number): string {
  const [unit, size] = bytes < 2 ** 30 ? (['MB', 2 ** 20] as const) : (['GB', 2 ** 30] as const);
  return `${(bytes / size).toFixed(1)} ${unit}`;
}

/** An absolute place below a folder; refuses a name that would lead out of it. */
export function below(folder: string, name: string): string {
  const full = path.resolve(folder, ...name.split('/'));
  if (!full.startsWith(path.resolve(folder) + path.sep)) throw new BackupRefused(`备份中的文件名不合规：${name}`);
  return full;
}
