import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { dataPath } from '@anju/kit';
import { isMissing, makePrivateFolder, syncFolder, writeDurably } from './durable-files';
import type { Manifest } from './manifest';

/**
 * Puts the backup's secrets into the data folder, so that sign-ins and stored keys hold. Other secrets that are there are
 * kept beside them. Returns the way back.
 */
export async function restoreSecrets(folder: string, manifest: Manifest, stamp: string): Promise<() => Promise<void>> {
  const file = dataPath('secrets.json');
  const wanted = await readFile(path.join(folder, manifest.secrets.file));
  const present = await readFile(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (present?.equals(wanted)) return async () => undefined;
  const aside = dataPath(`secrets.before-restore-${stamp}.json`);
  await makePrivateFolder(path.dirname(file));
  if (present) await rename(file, aside);
  await writeDurably(file, wanted);
  await syncFolder(path.dirname(file));
  return async () => {
    await rm(file);
    if (present) await rename(aside, file);
  };
}
