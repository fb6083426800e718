import { statfs } from 'node:fs/promises';
import { BackupRefused } from './backup-refused';
import { inWords } from './durable-files';

/** Left free on top of what is needed, so that the disk's other users can go on. */
const RESERVE_BYTES = 64 * 2 ** 20;

/** Refuses work that will not fit: nothing has been written yet. */
export async function refuseWithoutRoom(folder: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= neededBytes + RESERVE_BYTES) return;
  throw new BackupRefused(
    `${folder} 所在磁盘空间不足：约需 ${inWords(neededBytes + RESERVE_BYTES)}，剩余 ${inWords(free)}。请清理旧备份或换一块磁盘`,
  );
}
