import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { dataPath } from '@anju/kit';
import { below, isMissing } from './durable-files';

/** Where the files of an installation's evidence are looked for, by their key. */
export class EvidenceSource {
  readonly #root: string;

  constructor(node: string) {
    this.#root = dataPath('evidence', node);
  }

  /**
   * The bytes of a stored file, which never change; undefined when it is nowhere. A file of a household that was deleted
   * while the backup runs may have been set aside meanwhile, and one of an early installation lies above its node's folder.
   */
  async read(key: string): Promise<Buffer | undefined> {
    const found = await bytesOf(below(this.#root, key));
    return found ?? (await bytesOf(below(dataPath('evidence'), key))) ?? (await this.#readAside(key));
  }

  async #readAside(key: string): Promise<Buffer | undefined> {
    const orphans = path.join(this.#root, '.orphans');
    const days = await readdir(orphans).catch(ignoreMissing);
    for (const day of days ?? []) {
      const bytes = await bytesOf(below(path.join(orphans, day), key));
      if (bytes) return bytes;
    }
    return undefined;
  }
}

function bytesOf(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(ignoreMissing);
}

function ignoreMissing(error: unknown): undefined {
  if (isMissing(error)) return undefined;
  throw error;
}
