import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Files that stand beside the documents of a configuration, each under its digest. */
export interface BesideFiles {
  readonly place: string;
  readonly ending: string;
}

export const SAMPLES: BesideFiles = { place: 'samples', ending: 'jpg' };
export const TEMPLATES: BesideFiles = { place: 'templates', ending: 'docx' };

/** The files of a folder by digest, where the name is one. */
export function filesBeside(folder: string, { place, ending }: BesideFiles): ReadonlyMap<string, Buffer> {
  const from = path.join(folder, place);
  if (!existsSync(from)) return new Map();
  const named = readdirSync(from).filter((file) => new RegExp(`^[0-9a-f]{64}\\.${ending}$`).test(file));
  return new Map(named.map((file) => [file.slice(0, 64), readFileSync(path.join(from, file))]));
}

/** Whether a file is what its name says. */
export function isOfDigest(content: Buffer, digest: string): boolean {
  return createHash('sha256').update(content).digest('hex') === digest;
}
