import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** A file of evidence in a backup; one that a row names and that was not on the disk has no bytes. */
export type EvidenceEntry = EvidenceCopy | { readonly key: string; readonly missing: true };

export interface EvidenceCopy {
  readonly key: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const EVIDENCE_LIST = 'evidence.list';

const MISSING = '-';

/** One line of the list: key, bytes, sha256; the lines stand in the order of their keys. */
export function evidenceLine(entry: EvidenceEntry): string {
  return 'missing' in entry ? `${entry.key}\t0\t${MISSING}\n` : `${entry.key}\t${entry.bytes}\t${entry.sha256}\n`;
}

/** The entries of a list, in order, without holding all of them. */
export async function* evidenceEntries(file: string): AsyncGenerator<EvidenceEntry> {
  for await (const line of linesOf(file)) {
    const [key = '', bytes = '', sha256 = ''] = line.split('\t');
    yield sha256 === MISSING ? { key, missing: true } : { key, bytes: Number(bytes), sha256 };
  }
}

/** The lines of a text file. */
export function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file), crlfDelay: Infinity });
}

/** Groups what arrives one by one, so that several files are under way at a time and their order is kept. */
export async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
