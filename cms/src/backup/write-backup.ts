import { createWriteStream } from 'node:fs';
import { copyFile, chmod, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { dataPath } from '@anju/kit';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BackupRefused } from './backup-refused';
import {
  describeFile,
  inWords,
  isMissing,
  isNoRoom,
  makePrivateFolder,
  nameDurably,
  PRIVATE_FILE,
  sha256Of,
  syncFile,
  writeDurably,
} from './durable-files';
import { copyEvidence } from './evidence-copies';
import { EvidenceSource } from './evidence-source';
import { BACKUP_FORMAT, DATABASE_SCHEMA, type Manifest, MANIFEST, MANIFEST_SUM, type TableData } from './manifest';
import { type FoundBackup, latestBackup } from './find-backups';
import { productVersion } from './product-version';
import type { Progress } from './progress';
import { refuseWithoutRoom } from './room';
import { describeSchema } from './schema-description';
import { writeTable } from './table-data';

const BACKUP_LOCK = 726_002;
const KEYS = 'evidence.keys';

export interface BackupWritten {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Writes database, evidence and secrets of this installation into a new folder below `parent`, while the application serves.
 * The database is that of one moment: every save acknowledged before the start is in. The folder has its final name only
 * when all of it is on the disk. Throws BackupRefused in words; nothing of an unfinished backup stays.
 */
export async function writeBackup(client: Client, parent: string, progress: Progress): Promise<BackupWritten> {
  await makePrivateFolder(parent);
  const node = await preparedNode(client);
  await takeTurn(client);
  await removeUnfinished(parent, node);
  const createdAt = new Date();
  const name = `anju-${createdAt.toISOString().replace(/[-:]|\.\d+/g, '')}-${node.slice(0, 8)}`;
  const partial = path.join(parent, `.${name}.partial`);
  const previous = await latestBackup(parent, node);
  try {
    const manifest = await fillFolder(client, { partial, parent, node, createdAt, previous, progress });
    const folder = path.join(parent, name);
    await nameDurably(partial, folder);
    return { folder, manifest };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!isNoRoom(error)) throw error;
    throw new BackupRefused(`${parent} 空间已用完，备份没有完成，未留下不完整的备份；系统数据未受影响`, {
      cause: error,
    });
  }
}

interface Filling {
  readonly partial: string;
  readonly parent: string;
  readonly node: string;
  readonly createdAt: Date;
  readonly previous: FoundBackup | undefined;
  readonly progress: Progress;
}

async function fillFolder(client: Client, filling: Filling): Promise<Manifest> {
  const { partial, node, createdAt, previous, progress } = filling;
  await makePrivateFolder(path.join(partial, 'database'));
  const database = await writeDatabase(client, filling);
  progress.say('正在备份佐证材料…');
  const evidence = await copyEvidence({
    source: new EvidenceSource(node),
    keys: path.join(partial, KEYS),
    folder: partial,
    previous: previous?.folder,
    onFiles: (files, bytes) => progress.sometimes(() => `  已处理 ${files} 个文件，${inWords(bytes)}`),
  });
  await rm(path.join(partial, KEYS));
  const manifest: Manifest = {
    product: 'anju',
    format: BACKUP_FORMAT,
    version: productVersion(),
    createdAt: createdAt.toISOString(),
    node,
    ...database,
    evidence,
    secrets: await copySecrets(partial),
  };
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeDurably(path.join(partial, MANIFEST), text);
  await writeDurably(path.join(partial, MANIFEST_SUM), `${sha256Of(text)}  ${MANIFEST}\n`);
  return manifest;
}

/** Everything of the database on one snapshot, which is held no longer than this: evidence may take hours. */
async function writeDatabase(
  client: Client,
  { partial, parent, previous, progress }: Filling,
): Promise<Pick<Manifest, 'database' | 'schemaFingerprint' | 'postgres'>> {
  await client.query('begin isolation level repeatable read read only');
  // Rows that row level security would hide must be an error, not left out.
  await client.query(`set local row_security = off; set local statement_timeout = 0; set local lock_timeout = '60s';
    set local idle_in_transaction_session_timeout = 0; set local datestyle = 'ISO, YMD'`);
  const schema = await describeSchema(client);
  await refuseWithoutRoom(parent, await expectedBytes(client, previous));
  await writeDurably(path.join(partial, DATABASE_SCHEMA), gzipSync(JSON.stringify(schema)));
  const tables: TableData[] = [];
  for (const [index, table] of schema.tables.entries()) {
    const place = `${index + 1}/${schema.tables.length} ${table.name}`;
    const written = await writeTable(client, partial, table, (rows) =>
      progress.sometimes(() => `  ${place}：${rows} 行`),
    );
    if (written.rows > 0) progress.say(`正在备份数据库：${place}，${written.rows} 行`);
    tables.push(written);
  }
  const about = await aboutDatabase(client);
  await writeEvidenceKeys(client, path.join(partial, KEYS));
  await client.query('commit');
  return { ...about, database: { schema: await describeFile(partial, DATABASE_SCHEMA), tables } };
}

/** An upper bound where it can be known: half of the tables' size, the new evidence and a fifth for its thumbnails. */
async function expectedBytes(client: Client, previous: FoundBackup | undefined): Promise<number> {
  const { rows } = await client.query<{ heap: string; evidence: string }>(
    `select (select coalesce(sum(pg_relation_size(c.oid)), 0) from pg_class c
             where c.relkind in ('r', 't') and (c.relnamespace in ('public'::regnamespace, 'anju'::regnamespace) or c.relkind = 't')) as heap,
            (select coalesce(sum(size_bytes), 0) from public.evidences where created_at > $1) as evidence`,
    [previous?.createdAt ?? '-infinity'],
  );
  return Number(rows[0]?.heap) / 2 + Number(rows[0]?.evidence) * 1.2;
}

async function aboutDatabase(client: Client): Promise<Pick<Manifest, 'schemaFingerprint' | 'postgres'>> {
  const { rows } = await client.query<{ fingerprint: string | null; postgres: string }>(
    `select (select fingerprint from anju.prepared order by id desc limit 1) as fingerprint,
            current_setting('server_version') as postgres`,
  );
  return { schemaFingerprint: rows[0]?.fingerprint ?? null, postgres: rows[0]?.postgres ?? '' };
}

async function writeEvidenceKeys(client: Client, file: string): Promise<void> {
  await pipeline(
    client.query(
      copyTo(`copy (select key from (
          select storage_key as key from public.evidences
          union select thumbnail_key from public.evidences where thumbnail_key is not null
        ) as named order by key collate "C") to stdout`),
    ),
    createWriteStream(file, { mode: PRIVATE_FILE, flags: 'wx' }),
  );
}

async function copySecrets(partial: string): Promise<Manifest['secrets']> {
  const file = 'secrets.json';
  const target = path.join(partial, file);
  await copyFile(dataPath(file), target);
  await chmod(target, PRIVATE_FILE);
  await syncFile(target);
  return describeFile(partial, file);
}

async function preparedNode(client: Client): Promise<string> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass('anju.node') is not null and to_regclass('anju.prepared') is not null as found`,
  );
  if (!rows[0]?.found) throw new BackupRefused('这个数据库中没有安居的数据，没有可备份的内容');
  const node = await client.query<{ id: string }>('select id from anju.node');
  const id = node.rows[0]?.id;
  if (id === undefined) throw new BackupRefused('这个数据库没有完成准备，请先用 npm start 启动一次');
  await readFile(dataPath('secrets.json')).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    throw new BackupRefused(`${dataPath('secrets.json')} 不存在：请用 ANJU_DATA_DIR 指定该数据库所用的数据目录`);
  });
  return id;
}

async function takeTurn(client: Client): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [BACKUP_LOCK]);
  if (!rows[0]?.taken) throw new BackupRefused('另一个备份正在进行，请等它结束');
}

/** What a killed backup of this installation left; the lock says that none is running. */
async function removeUnfinished(parent: string, node: string): Promise<void> {
  const unfinished = new RegExp(`^\\.anju-\\w+-${node.slice(0, 8)}\\.partial$`);
  for (const name of await readdir(parent)) {
    if (unfinished.test(name)) await rm(path.join(parent, name), { recursive: true, force: true });
  }
}
