import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ask, contentOf, evidenceHashes } from './database-content';
import {
  type EmbeddedServer,
  fillDataFolder,
  holdServer,
  newFolder,
  removeFolders,
  rowsOf,
  until,
} from '../processes/embedded-server';
import { freePort } from '../processes/free-port';
import { npmCommand, restoreItself, startNpmCommand, succeeds } from './npm-command';
import { clerkToken, saveRemarks, unrecognised, type Save } from '../processes/saves';
import { endPrograms, ROOT, startCommand, type StartedProgram } from '../processes/started-program';

/** Every step is a whole command, on a database that is started for it. */
jest.setTimeout(300_000);

const TABLES = `select tablename from pg_tables where schemaname = 'public'`;

const dataFolder = newFolder();
const backups = newFolder();
let port: number;

beforeAll(async () => {
  port = await freePort();
  await fillDataFolder(dataFolder);
});

afterAll(async () => {
  await endPrograms();
  removeFolders();
});

describe('while the application serves', () => {
  let app: StartedProgram;
  let before: readonly Save[];
  let during: readonly Save[];
  let backup: string;
  /** Brought back from that backup by the first test that needs it. */
  const restored = newFolder();

  beforeAll(async () => {
    app = startCommand('npm', ['start'], { ANJU_DATA_DIR: dataFolder, PORT: String(port) });
    await app.line(/密码均为/);
    const address = `http://127.0.0.1:${port}`;
    const token = await clerkToken(address);
    const rows = await unrecognised(address, token);
    before = await saveRemarks(address, token, rows.slice(0, 20), '备份之前', () => undefined);
    await until('the journal is sealed', async () => (await npmCommand(['journal', 'head'], dataFolder)).code === 0);
    const running = startNpmCommand(['backup', backups], dataFolder);
    await running.line(/正在备份数据库/);
    during = await saveRemarks(address, token, rows.slice(20), '备份之中', () => undefined);
    if ((await running.ended) !== 0) throw new Error(running.printed());
    backup = newestBackup();
  });
  afterAll(() => app.end());

  test('clerks go on saving', () => {
    expect(before).toHaveLength(20);
    expect(during.length).toBeGreaterThan(20);
  });

  test('a restore is refused, on its data folder and on its database, and changes nothing', async () => {
    const here = await npmCommand(['restore', backup, '--replace'], dataFolder);
    expect(here).toMatchObject({ code: 1, printed: expect.stringContaining(`安居正在运行（端口 ${port}）`) as string });
    const { url, program } = await holdServer({ dataFolder });
    const elsewhere = await npmCommand(['restore', backup, '--replace'], newFolder(), { DATABASE_URL: url });
    await program.end();
    expect(elsewhere).toMatchObject({ code: 1, printed: expect.stringContaining('数据库正被使用') as string });
    expect(await missingOf(dataFolder, [...before, ...during])).toEqual([]);
  });

  test('a damaged photo is left out when the restore is told so, and named', async () => {
    const spoilt = copyOf(backup);
    const key = path.relative(path.join(spoilt, 'evidence'), damagedPhotoOf(spoilt));
    const printed = await succeeds(['restore', spoilt, '--leave-out-damaged'], restored);
    expect(printed).toContain(`已损坏，未恢复：${key}`);
    const files = Object.keys(evidenceHashes(restored));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => file.endsWith(key))).toEqual([]);
    await expect(ask(restored, 'select count(*) from households')).resolves.toEqual([{ count: '300' }]);
  });

  test('what was acknowledged before the backup began is in it, and all of it is of one moment', async () => {
    expect(await missingOf(restored, before)).toEqual([]);
    const [counted] = await ask(
      restored,
      `select (select count(*) from anju.statistics_differences()) as differences,
              (select count(*) from households h where remark like '%备份之%' and not exists (
                 select from anju.journal j where j.subject_table = 'households' and j.subject_id = h.id
                   and j.detail->'remark'->>1 = h.remark)) as unjournalled,
              (select count(*) from anju.journal j join households h on h.id = j.subject_id and j.subject_table = 'households'
               where j.detail->'remark'->>1 like '%备份之%' and j.detail->'remark'->>1 is distinct from h.remark) as unsaved`,
    );
    expect(counted).toEqual({ differences: '0', unjournalled: '0', unsaved: '0' });
    expect(await succeeds(['journal', 'verify'], restored)).toMatch(
      /日志校验通过：[1-9]\d* 条与 [1-9]\d* 次封存逐条一致/,
    );
  });
});

describe('at rest', () => {
  let backup: string;
  let empty: EmbeddedServer;
  /** What the installation holds; nothing below changes it. */
  let content: Awaited<ReturnType<typeof contentOf>>;
  /** Brought back from the backup, and again to it by the tests that spoil it. */
  const restored = newFolder();

  beforeAll(async () => {
    empty = await holdServer({ ephemeral: true });
    await succeeds(['backup', backups], dataFolder);
    backup = newestBackup();
    content = await contentOf(dataFolder);
  });

  test('a restored installation is the same in every row, hash, key, trigger, policy, file and secret, when backup and source are gone', async () => {
    const source = copyOf(backup);
    const away = `${dataFolder}-away`;
    fs.renameSync(dataFolder, away);
    try {
      await succeeds(['restore', source], restored);
      damagedPhotoOf(source);
      fs.rmSync(source, { recursive: true });
      expect(await contentOf(restored)).toEqual(content);
    } finally {
      fs.renameSync(away, dataFolder);
    }
  });

  test('only its user can read a backup', () => {
    const modes = everythingIn(backup).map((file) => fs.statSync(file).mode & 0o077);
    expect(new Set(modes)).toEqual(new Set([0]));
  });

  test('evidence that the backup before holds is linked, not copied again', () => {
    const files = everythingIn(path.join(backup, 'evidence')).filter((file) => fs.statSync(file).isFile());
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => fs.statSync(file).nlink !== 2)).toEqual([]);
  });

  test('a register that holds data is not replaced unasked', async () => {
    const refused = await npmCommand(['restore', backup], dataFolder);
    expect(refused.code).toBe(1);
    expect(refused.printed).toMatch(/数据库中已有 300 户、13 个账号，未作任何改动/);
    expect(await contentOf(dataFolder)).toEqual(content);
  });

  test('asked to replace, it brings the backup’s state back and leaves nothing of the other', async () => {
    await ask(restored, `update households set remark = '恢复后应不见'`);
    await succeeds(['restore', backup, '--replace'], restored);
    expect(await contentOf(restored)).toEqual(content);
    await expect(ask(restored, `select nspname from pg_namespace where nspname ~ '_before_'`)).resolves.toEqual([]);
  });

  test('a restored database that fails its check gives way to the old data', async () => {
    const forged = copyOf(backup);
    rewriteManifest(forged, (manifest) => ({ ...manifest, node: 'another-node' }));
    const failed = await npmCommand(['restore', forged, '--replace'], restored);
    expect(failed).toMatchObject({ code: 1, printed: expect.stringContaining('节点编号与备份不符') as string });
    const { evidence: _added, ...after } = await contentOf(restored);
    expect(after).toEqual({ ...content, evidence: undefined });
  });

  test.each([
    ['an unfinished one', (folder: string) => fs.rmSync(path.join(folder, 'manifest.sha256')), '备份没有完成'],
    ['a foreign folder', (folder: string) => emptyFolder(folder), '不是安居的备份'],
    [
      'a shortened table',
      (folder: string) => shorten(folder, 'database/public.members.copy.gz'),
      '备份已损坏：database',
    ],
    [
      'a missing table',
      (folder: string) => fs.rmSync(path.join(folder, 'database/anju.journal.copy.gz')),
      '缺少 database',
    ],
    ['missing evidence', (folder: string) => fs.rmSync(photosOf(folder)[0] ?? ''), '缺少佐证材料'],
    ['a changed manifest', (folder: string) => shorten(folder, 'manifest.json'), '备份已损坏：manifest.json'],
    [
      'one of a later version',
      (folder: string) => rewriteManifest(folder, (manifest) => ({ ...manifest, version: '99.0.0' })),
      '请先升级安居',
    ],
  ])('%s is refused in words and nothing is made', async (_name, spoil, words) => {
    const spoilt = copyOf(backup);
    spoil(spoilt);
    const target = newFolder();
    const refused = await restoreItself([spoilt], target, empty.url);
    expect(refused).toMatchObject({ code: 1, printed: expect.stringContaining(words) as string });
    await expect(rowsOf(empty.url, TABLES)).resolves.toEqual([]);
    expect(fs.readdirSync(target)).toEqual([]);
  });

  test('a damaged photo stops the restore, which names the way out', async () => {
    const spoilt = copyOf(backup);
    damagedPhotoOf(spoilt);
    const refused = await restoreItself([spoilt], newFolder(), empty.url);
    expect(refused.printed).toMatch(/1 个佐证材料文件已损坏.*--leave-out-damaged/s);
    await expect(rowsOf(empty.url, TABLES)).resolves.toEqual([]);
  });

  test('a disk that fills up in the middle leaves no seeming backup, and the installation as it was', async () => {
    const parent = newFolder();
    const { url, program } = await holdServer({ dataFolder });
    // The largest file that the process may write: the table of regions is larger.
    const limited = startCommand(
      'sh',
      [
        '-c',
        `ulimit -f 1000; exec "$0" "$@"`,
        process.execPath,
        path.join(ROOT, 'cms/dist/src/commands/backup.js'),
        parent,
      ],
      { ANJU_DATA_DIR: dataFolder, DATABASE_URL: url },
    );
    await expect(limited.ended).resolves.toBe(1);
    await program.end();
    expect(limited.printed()).toContain('空间已用完，备份没有完成，未留下不完整的备份');
    expect(fs.readdirSync(parent)).toEqual([]);
    expect(await contentOf(dataFolder)).toEqual(content);
  });

  test('a backup that was killed is no backup, and the next one clears it away', async () => {
    const parent = newFolder();
    const killed = startNpmCommand(['backup', parent], dataFolder);
    await killed.line(/正在备份数据库/);
    await killed.end('SIGTERM');
    const left = fs.readdirSync(parent);
    expect(left.filter((name) => !name.startsWith('.'))).toEqual([]);
    await succeeds(['backup', parent], dataFolder);
    expect(fs.readdirSync(parent)).toEqual([expect.stringMatching(/^anju-/)]);
  });
});

function newestBackup(): string {
  return path.join(backups, fs.readdirSync(backups).sort().at(-1) ?? '');
}

async function missingOf(folder: string, saves: readonly Save[]): Promise<readonly Save[]> {
  const kept = await ask(folder, 'select id, remark from households where remark is not null');
  return saves.filter(({ id, remark }) => !kept.some((row) => row.id === id && row.remark === remark));
}

function everythingIn(folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return [folder, ...entries.map((entry) => path.join(entry.parentPath, entry.name))];
}

function photosOf(folder: string): string[] {
  return everythingIn(path.join(folder, 'evidence')).filter((file) => file.endsWith('.jpg'));
}

/** Spoils one photo of a backup. */
function damagedPhotoOf(backup: string): string {
  const [photo = ''] = photosOf(backup);
  const bytes = fs.readFileSync(photo);
  fs.writeFileSync(photo, bytes.fill(0, 100, 200));
  return photo;
}

function copyOf(backup: string): string {
  const copy = newFolder();
  fs.cpSync(backup, copy, { recursive: true });
  return copy;
}

function emptyFolder(folder: string): void {
  for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true });
}

function shorten(folder: string, file: string): void {
  const full = path.join(folder, file);
  fs.truncateSync(full, fs.statSync(full).size - 10);
}

function rewriteManifest(folder: string, change: (manifest: Record<string, unknown>) => unknown): void {
  const file = path.join(folder, 'manifest.json');
  // Our own file.
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
  const text = JSON.stringify(change(manifest));
  fs.writeFileSync(file, text);
  const sum = createHash('sha256').update(text).digest('hex');
  fs.writeFileSync(path.join(folder, 'manifest.sha256'), `${sum}  manifest.json\n`);
}
