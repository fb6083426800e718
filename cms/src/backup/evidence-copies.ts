import { createWriteStream } from 'node:fs';
import { link, stat } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import {
  below,
  describeFile,
  makePrivateFolder,
  PRIVATE_FILE,
  sha256Of,
  syncFile,
  writeDurably,
} from './durable-files';
import {
  EVIDENCE_LIST,
  type EvidenceCopy,
  type EvidenceEntry,
  evidenceEntries,
  evidenceLine,
  inBatches,
} from './evidence-list';
import { linesOf } from './evidence-list';
import type { EvidenceSource } from './evidence-source';
import type { Manifest } from './manifest';

const AT_ONCE = 32;

export interface EvidenceCopying {
  readonly source: EvidenceSource;
  /** File with the keys that the backup's rows name, one a line, in order. */
  readonly keys: string;
  /** The backup that is being written. */
  readonly folder: string;
  /** A finished backup of the same installation beside it: what it holds already is linked, not copied again. */
  readonly previous: string | undefined;
  readonly onFiles: (files: number, bytes: number) => void;
}

/** Brings every file that the backup's rows name into `evidence/` of the backup, and lists them. */
export async function copyEvidence(copying: EvidenceCopying): Promise<Manifest['evidence']> {
  const list = path.join(copying.folder, EVIDENCE_LIST);
  const output = createWriteStream(list, { mode: PRIVATE_FILE, flags: 'wx' });
  const done = finished(output);
  // Awaited below; a failure before that ends the copying by its own error.
  done.catch(() => undefined);
  const held = new HeldBefore(copying.previous);
  const makeFolder = folderMaker();
  let files = 0;
  let bytes = 0;
  let missing = 0;
  for await (const keys of inBatches(linesOf(copying.keys), AT_ONCE)) {
    const before = await held.entriesOf(keys);
    const entries = await Promise.all(keys.map((key, index) => copyOne(copying, key, before[index], makeFolder)));
    for (const entry of entries) {
      if ('missing' in entry) missing += 1;
      else [files, bytes] = [files + 1, bytes + entry.bytes];
    }
    if (!output.write(entries.map(evidenceLine).join(''))) await Promise.race([once(output, 'drain'), done]);
    copying.onFiles(files, bytes);
  }
  output.end();
  await done;
  await syncFile(list);
  return { files, bytes, missing, list: await describeFile(copying.folder, EVIDENCE_LIST) };
}

async function copyOne(
  { source, folder, previous }: EvidenceCopying,
  key: string,
  before: EvidenceCopy | undefined,
  makeFolder: (folder: string) => Promise<void>,
): Promise<EvidenceEntry> {
  const target = below(path.join(folder, 'evidence'), key);
  if (before && previous) {
    await makeFolder(path.dirname(target));
    if (await isLinked(below(path.join(previous, 'evidence'), key), target, before)) return before;
  }
  const found = await source.read(key);
  if (!found) return { key, missing: true };
  await makeFolder(path.dirname(target));
  await writeDurably(target, found);
  return { key, bytes: found.length, sha256: sha256Of(found) };
}

/** Makes each folder once: there are 65,536 at most, and files without number. */
function folderMaker(): (folder: string) => Promise<void> {
  const made = new Map<string, Promise<void>>();
  return (folder) => {
    const making = made.get(folder) ?? makePrivateFolder(folder);
    made.set(folder, making);
    return making;
  };
}

/** Links what the earlier backup holds. Some file systems know no links: it is copied again there. */
async function isLinked(held: string, target: string, { bytes }: EvidenceCopy): Promise<boolean> {
  try {
    if ((await stat(held)).size !== bytes) return false;
    await link(held, target);
    return true;
  } catch {
    return false;
  }
}

/** The list of the previous backup, read along with the keys: both stand in the same order. */
class HeldBefore {
  readonly #entries: AsyncIterator<EvidenceEntry> | undefined;
  #next: EvidenceEntry | undefined;
  #started = false;

  constructor(previous: string | undefined) {
    this.#entries = previous === undefined ? undefined : evidenceEntries(path.join(previous, EVIDENCE_LIST));
  }

  /** What the previous backup holds of these keys, which follow those of the last call. */
  async entriesOf(keys: readonly string[]): Promise<readonly (EvidenceCopy | undefined)[]> {
    const found: (EvidenceCopy | undefined)[] = [];
    for (const key of keys) found.push(await this.#entryOf(key));
    return found;
  }

  async #entryOf(key: string): Promise<EvidenceCopy | undefined> {
    if (!this.#started) await this.#advance();
    this.#started = true;
    while (this.#next && this.#next.key < key) await this.#advance();
    return this.#next?.key === key && !('missing' in this.#next) ? this.#next : undefined;
  }

  async #advance(): Promise<void> {
    const next = await this.#entries?.next();
    this.#next = next?.done === false ? next.value : undefined;
  }
}
