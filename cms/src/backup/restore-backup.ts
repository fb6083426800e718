import { dataPath } from '@anju/kit';
import type { Client } from 'pg';
import { bringUp, withPrepareLock } from '../prepare';
import { loadSecrets } from '../secrets';
import { BackupRefused } from './backup-refused';
import { checkBackup } from './check-backup';
import { isNoRoom, makePrivateFolder } from './durable-files';
import { loadDatabase } from './load-database';
import type { Manifest } from './manifest';
import type { Progress } from './progress';
import { type DamagedEvidence, restoreEvidence } from './restore-evidence';
import { restoreSecrets } from './restore-secrets';
import { refuseWithoutRoom } from './room';
import { dropOldData, leftOldData, type OldData, putOldDataBack, setOldDataAside } from './set-aside';
import { refuseWhileUsed, targetState } from './target-database';
import { verifyRestored } from './verify-restored';

export interface RestoreOptions {
  readonly ownerUrl: string;
  readonly folder: string;
  /** `replace`: a register that holds data is replaced; its data wait aside until the new ones are verified. */
  readonly present: 'refuse' | 'replace';
  readonly damaged: DamagedEvidence;
  readonly progress: Progress;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly leftOut: readonly string[];
  /** Schemas with old data that an earlier, interrupted restore has left. */
  readonly leftOldData: readonly string[];
}

/**
 * Restores a backup into the owner's database and ANJU_DATA_DIR, and brings it up to this version. All or nothing:
 * whatever fails, database and secrets are as they were. Throws BackupRefused in words.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { folder, progress, damaged } = options;
  const manifest = await checkBackup(folder, progress);
  return withPrepareLock(options.ownerUrl, async (client) => {
    await refuseWhileUsed(client);
    const old = await refusePresentData(client, options);
    await makePrivateFolder(dataPath());
    await refuseWithoutRoom(dataPath(), await bytesToCome(manifest));
    try {
      progress.say('正在恢复佐证材料…');
      const leftOut = await restoreEvidence(folder, manifest, damaged, progress);
      await restoreRows(client, options, manifest, old);
      return { manifest, leftOut, leftOldData: await leftOldData(client) };
    } catch (error) {
      if (!isNoRoom(error)) throw error;
      throw new BackupRefused(`${dataPath()} 空间已用完，恢复没有完成，数据库和密钥仍是原来的`, { cause: error });
    }
  });
}

async function refusePresentData(client: Client, { present }: RestoreOptions): Promise<'none' | 'setAside'> {
  const state = await targetState(client);
  if (state === 'register' && present === 'refuse') {
    const { rows } = await client.query<{ households: string; users: string }>(
      'select (select count(*) from public.households) as households, (select count(*) from public.up_users) as users',
    );
    throw new BackupRefused(
      `数据库中已有 ${rows[0]?.households ?? '?'} 户、${rows[0]?.users ?? '?'} 个账号，未作任何改动。` +
        '确需用备份替换它们，请先备份现有数据，再加 --replace（现有数据保留到新数据核对无误为止）',
    );
  }
  return state === 'nothing' ? 'none' : 'setAside';
}

/** Evidence that is there already is not written again, so this is an upper bound. */
async function bytesToCome(manifest: Manifest): Promise<number> {
  return manifest.evidence.bytes;
}

async function restoreRows(
  client: Client,
  { ownerUrl, folder, progress }: RestoreOptions,
  manifest: Manifest,
  present: 'none' | 'setAside',
): Promise<void> {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const putSecretsBack = await restoreSecrets(folder, manifest, stamp);
  try {
    const old = await replaceTables(client, present === 'setAside' ? stamp : undefined, async () =>
      loadDatabase(client, folder, manifest, progress),
    );
    try {
      progress.say('正在按本版本准备数据库并核对…');
      loadSecrets();
      await bringUp(client, ownerUrl);
      await verifyRestored(client, manifest);
    } catch (error) {
      await putOldDataBack(client, old);
      throw error;
    }
    if (old) await dropOldData(client, old);
  } catch (error) {
    await putSecretsBack();
    throw error;
  }
}

/** One transaction: a restore that is killed leaves the old tables as they were. */
async function replaceTables(
  client: Client,
  stamp: string | undefined,
  load: () => Promise<void>,
): Promise<OldData | undefined> {
  await client.query('begin');
  try {
    await client.query(`set local statement_timeout = 0; set local datestyle = 'ISO, YMD'`);
    const old = stamp === undefined ? undefined : await setOldDataAside(client, stamp);
    await load();
    await client.query('commit');
    await client.query('analyze');
    return old;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
