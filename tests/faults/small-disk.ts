import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A file system of a few megabytes, for as long as it is mounted. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives it back. */
  free(): void;
  unmount(): void;
}

/** Whether this user may mount a file system in memory: root on Linux, mostly. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-mount-'));
  const mounted = mount(folder, 1, 0);
  if (mounted) spawnSync('umount', [folder]);
  fs.rmdirSync(folder);
  return mounted;
}

/** Mounts a small disk on a folder, which keeps what it held. */
export function mountSmallDisk(folder: string, megabytes: number, uid = 0): SmallDisk {
  const held = fs.mkdtempSync(path.join(os.tmpdir(), 'anju-held-'));
  fs.mkdirSync(folder, { recursive: true });
  fs.cpSync(folder, held, { recursive: true });
  if (!mount(folder, megabytes, uid)) throw new Error(`no file system could be mounted on ${folder}`);
  fs.cpSync(held, folder, { recursive: true });
  fs.rmSync(held, { recursive: true, force: true });
  const ballast = path.join(folder, '.ballast');
  return {
    folder,
    fill: () => fillUp(ballast),
    free: () => fs.rmSync(ballast, { force: true }),
    unmount: () => void spawnSync('umount', ['-l', folder]),
  };
}

function mount(folder: string, megabytes: number, uid: number): boolean {
  const options = `size=${megabytes}m,mode=700,uid=${uid}`;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}

function fillUp(file: string): void {
  const block = Buffer.alloc(4096);
  const handle = fs.openSync(file, 'a');
  try {
    for (;;) fs.writeSync(handle, block);
  } catch (error) {
    // Node's own error, made outside of the test's realm.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    fs.closeSync(handle);
  }
}
