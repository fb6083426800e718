import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dataPath } from '@anju/kit';

const FOLDER = 'uploads';

/**
 * Makes the folder in which uploads lie while they arrive: in the data folder, private, since they are people's photos.
 * The body parser is told of it in cms/config/middlewares.ts.
 */
export async function openReceivedFolder(): Promise<void> {
  await mkdir(dataPath(FOLDER), { recursive: true, mode: 0o700 });
}

/** Removes received files last written before `time` (milliseconds since the epoch), left by a process that was killed. */
export async function sweepReceived(time: number): Promise<void> {
  for (const name of await readdir(dataPath(FOLDER))) {
    const file = dataPath(FOLDER, name);
    const found = await stat(file).catch(() => undefined);
    if (found && found.mtimeMs < time) await rm(file, { force: true });
  }
}
