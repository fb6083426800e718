import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configPath } from '@anju/kit';

const repository = path.resolve(__dirname, '..', '..', '..');

/** One hash over everything the prepare step installs: schemas, own SQL, first configuration, and the versions that read them. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of [...preparedFiles()].sort()) {
    hash.update(path.basename(file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function preparedFiles(): readonly string[] {
  return [
    ...filesBelow(path.join(repository, 'cms', 'dist', 'src'), (name) => name === 'schema.json'),
    ...filesBelow(path.join(repository, 'plugins'), (name) => name.endsWith('.sql')),
    ...filesBelow(configPath(), (name) => name.endsWith('.json')),
    ...filesBelow(path.join(repository, 'plugins', 'domain', 'dist', 'contracts'), (name) => name.endsWith('.js')),
    path.join(repository, 'cms', 'package.json'),
  ];
}

function filesBelow(folder: string, wanted: (name: string) => boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(full, wanted);
    return wanted(entry.name) ? [full] : [];
  });
}
