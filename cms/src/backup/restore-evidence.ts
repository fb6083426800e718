import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { dataPath, registerToday } from '@anju/kit';
import { BackupRefused } from './backup-refused';
import { evidenceCopies } from './check-backup';
import { below, inWords, isMissing, makePrivateFolder, sha256Of, syncFolders, writeDurably } from './durable-files';
import { type EvidenceCopy, inBatches } from './evidence-list';
import type { Manifest } from './manifest';
import type { Progress } from './progress';

const AT_ONCE = 32;
const NAMED = 5;

/** What to do about evidence whose bytes are no longer what was backed up. */
export type DamagedEvidence = 'refuse' | 'leaveOut';

/**
 * Brings a backup's evidence into the data folder, before the rows that name it: files without a row do no harm.
 * A file that is there already is kept; one of the same name and other bytes is set aside among the orphans.
 * Returns the keys that were left out as damaged; throws BackupRefused naming them when that is not allowed.
 */
export async function restoreEvidence(
  folder: string,
  manifest: Manifest,
  onDamaged: DamagedEvidence,
  progress: Progress,
): Promise<readonly string[]> {
  const root = dataPath('evidence', manifest.node);
  await makePrivateFolder(root);
  const damaged: string[] = [];
  let files = 0;
  for await (const entries of inBatches(evidenceCopies(folder, manifest), AT_ONCE)) {
    const whole = await Promise.all(entries.map((entry) => bringFile(folder, root, entry)));
    damaged.push(...entries.filter((_, index) => !whole[index]).map(({ key }) => key));
    files += entries.length;
    progress.sometimes(() => `  佐证材料 ${files}/${manifest.evidence.files}，共 ${inWords(manifest.evidence.bytes)}`);
  }
  if (damaged.length > 0 && onDamaged === 'refuse') throw new BackupRefused(damagedInWords(damaged));
  await syncFolders(root);
  return damaged;
}

/** Whether the file in the backup is whole; then it is in its place. */
async function bringFile(folder: string, root: string, { key, sha256 }: EvidenceCopy): Promise<boolean> {
  const bytes = await readFile(below(path.join(folder, 'evidence'), key));
  if (sha256Of(bytes) !== sha256) return false;
  const place = below(root, key);
  if (await isThere(place, sha256, below(path.join(root, '.orphans', registerToday()), key))) return true;
  await makePrivateFolder(path.dirname(place));
  const partial = `${place}.${randomUUID()}.partial`;
  try {
    await writeDurably(partial, bytes);
    await link(partial, place);
  } finally {
    await rm(partial, { force: true });
  }
  return true;
}

async function isThere(place: string, sha256: string, aside: string): Promise<boolean> {
  const present = await readFile(place).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!present) return false;
  if (sha256Of(present) === sha256) return true;
  await makePrivateFolder(path.dirname(aside));
  await rename(place, aside);
  return false;
}

function damagedInWords(keys: readonly string[]): string {
  const named = keys.slice(0, NAMED).join('、');
  return `备份中有 ${keys.length} 个佐证材料文件已损坏：${named}${keys.length > NAMED ? ' 等' : ''}。请换一份备份；确需略去这些文件恢复其余数据，请加 --leave-out-damaged`;
}
