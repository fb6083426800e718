import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { dataPath } from '@anju/kit';

/** Where uploads arrive before anybody has judged them; on the same disk as their place. */
export function incomingFolder(): string {
  const folder = dataPath('exchange', 'incoming');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Lists, workbooks of errors and exports of one installation, in a private folder of the data folder. */
export class ExchangeFiles {
  readonly #folder: string;

  constructor(node: string) {
    this.#folder = dataPath('exchange', node);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
  }

  newKey(extension: string): string {
    return `${randomUUID()}.${extension}`;
  }

  place(key: string): string {
    return path.join(this.#folder, path.basename(key));
  }

  /** Moves a received file to its place; it is on the disk when this returns. */
  async keep(received: string, key: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const file = await open(received, 'r+');
    try {
      await file.chmod(0o600);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(received, this.place(key));
  }

  /** Size in bytes; undefined when there is no such file. */
  async size(key: string): Promise<number | undefined> {
    const found = await stat(this.place(key)).catch(missingFile);
    return found?.size;
  }

  async remove(key: string | null): Promise<void> {
    if (key !== null) await rm(this.place(key), { force: true });
  }

  /** Keys of files last written before `time`, in milliseconds since the epoch. */
  async keysBefore(time: number): Promise<readonly string[]> {
    return oldFiles(this.#folder, time);
  }

  /** Removes what an upload that was broken off left behind before `time`. */
  async removeIncomingBefore(time: number): Promise<void> {
    const folder = incomingFolder();
    for (const name of await oldFiles(folder, time)) await rm(path.join(folder, name), { force: true });
  }
}

async function oldFiles(folder: string, time: number): Promise<readonly string[]> {
  const names = await readdir(folder);
  const old: string[] = [];
  for (const name of names) {
    const found = await stat(path.join(folder, name)).catch(missingFile);
    if (found?.isFile() && found.mtimeMs < time) old.push(name);
  }
  return old;
}

function missingFile(error: unknown): undefined {
  if (error !== null && typeof error === 'object' && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
