import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMissing, sha256Of } from './durable-files';
import { MANIFEST, MANIFEST_SUM, type Manifest, parseManifest } from './manifest';
import { BackupRefused } from './backup-refused';

export interface FoundBackup {
  readonly folder: string;
  readonly createdAt: string;
}

/** The manifest of a finished backup; throws BackupRefused when the folder is none, is broken, or is of a later product. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await textOf(path.join(folder, MANIFEST));
  const sum = await textOf(path.join(folder, MANIFEST_SUM));
  if (text === undefined || sum === undefined) {
    throw new BackupRefused(
      `${folder} 不是安居的备份，或者备份没有完成（缺少 ${text === undefined ? MANIFEST : MANIFEST_SUM}）`,
    );
  }
  if (sum.split(/\s/)[0] !== sha256Of(text)) throw new BackupRefused(`备份已损坏：${MANIFEST} 与其校验值不符`);
  const manifest = parseManifest(text);
  if (!manifest) throw new BackupRefused(`${folder} 是别的程序或更新版本的安居所做的备份，本版本不能恢复`);
  return manifest;
}

/** The newest finished backup of an installation in a folder. */
export async function latestBackup(parent: string, node: string): Promise<FoundBackup | undefined> {
  const names = (await readdir(parent)).filter((name) => name.startsWith('anju-') && name.endsWith(node.slice(0, 8)));
  for (const name of names.sort().reverse()) {
    const folder = path.join(parent, name);
    const manifest = await readManifest(folder).catch(refusedIsNone);
    if (manifest?.node === node) return { folder, createdAt: manifest.createdAt };
  }
  return undefined;
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error) || isNoFolder(error)) return undefined;
    throw error;
  }
}

function isNoFolder(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOTDIR';
}

function refusedIsNone(error: unknown): undefined {
  if (error instanceof BackupRefused) return undefined;
  throw error;
}
