import { stat } from 'node:fs/promises';
import path from 'node:path';
import { BackupRefused } from './backup-refused';
import { below, describeFile, isMissing } from './durable-files';
import { type EvidenceCopy, evidenceEntries, inBatches } from './evidence-list';
import { readManifest } from './find-backups';
import type { Manifest, StoredFile } from './manifest';
import { isNewerVersion, productVersion } from './product-version';
import type { Progress } from './progress';

const AT_ONCE = 32;

/**
 * Reads a backup's manifest and holds everything but the evidence's bytes against it; the evidence's bytes are held
 * against their hashes as they are copied. Throws BackupRefused in words when something is missing or not as it was written.
 */
export async function checkBackup(folder: string, progress: Progress): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if (isNewerVersion(manifest.version, productVersion())) {
    throw new BackupRefused(
      `备份由更新的版本 ${manifest.version} 所做，请先升级安居（现为 ${productVersion()}）再恢复`,
    );
  }
  progress.say('正在核对备份…');
  const tables = manifest.database.tables.map(({ data }) => data);
  for (const stored of [manifest.secrets, manifest.evidence.list, manifest.database.schema, ...tables])
    await checkFile(folder, stored);
  for await (const entries of inBatches(evidenceCopies(folder, manifest), AT_ONCE)) {
    await Promise.all(entries.map((entry) => checkPresence(folder, entry)));
  }
  return manifest;
}

/** The files of evidence that a backup holds, as its list names them. */
export async function* evidenceCopies(folder: string, manifest: Manifest): AsyncGenerator<EvidenceCopy> {
  for await (const entry of evidenceEntries(path.join(folder, manifest.evidence.list.file))) {
    if (!('missing' in entry)) yield entry;
  }
}

async function checkFile(folder: string, { file, bytes, sha256 }: StoredFile): Promise<void> {
  below(folder, file);
  const found = await describeFile(folder, file).catch(missing);
  if (!found) throw new BackupRefused(`备份不完整：缺少 ${file}`);
  if (found.bytes !== bytes || found.sha256 !== sha256) throw new BackupRefused(`备份已损坏：${file} 与备份时不符`);
}

async function checkPresence(folder: string, { key, bytes }: EvidenceCopy): Promise<void> {
  const found = await stat(below(path.join(folder, 'evidence'), key)).catch(missing);
  if (!found) throw new BackupRefused(`备份不完整：缺少佐证材料 ${key}`);
  if (found.size !== bytes) throw new BackupRefused(`备份已损坏：佐证材料 ${key} 大小与备份时不符`);
}

function missing(error: unknown): undefined {
  if (isMissing(error)) return undefined;
  throw error;
}
