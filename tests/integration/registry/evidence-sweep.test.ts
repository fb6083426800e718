import { readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { startTestApp, type TestApp } from '../../harness/app';
import { unrecognisedIds } from './register';

/** What this test uses of the compiled storage and sweep. */
interface Storage {
  store(key: string, bytes: Buffer): Promise<void>;
  find(key: string): Promise<{ readonly size: number } | undefined>;
}
interface StorageModule {
  folderStorage(node: string): Storage;
}
interface SweepModule {
  sweepOrphans(strapi: unknown, storage: Storage, time: number): Promise<number>;
}

const ORPHAN = 'aa/bb/orphan.jpg';
const NAMED = 'cc/dd/named.jpg';
const OF_ARCHIVE = 'ee/ff/archive.jpg';
const BYTES = Buffer.from('a picture');

let app: TestApp;
let node: string;
let folderStorage: StorageModule['folderStorage'];
let sweepOrphans: SweepModule['sweepOrphans'];

beforeAll(async () => {
  app = await startTestApp();
  const services = '../../../plugins/registry/dist/server/services';
  ({ folderStorage } = (await import(`${services}/evidence-storage.js`)) as StorageModule);
  ({ sweepOrphans } = (await import(`${services}/evidence-sweep.js`)) as SweepModule);
  const { rows } = await app.owner.query<{ id: string }>('select id from anju.node');
  node = rows[0]?.id ?? '';
});

afterAll(() => app.stop());

describe('files that no evidence names', () => {
  it('are set aside once they are old, and no others', async () => {
    const storage = folderStorage(node);
    await storage.store(ORPHAN, BYTES);
    await nameInEvidence(NAMED);
    await storage.store(NAMED, BYTES);
    await nameInArchive(OF_ARCHIVE);
    await storage.store(OF_ARCHIVE, BYTES);
    const files = storedFiles();
    expect(await sweepOrphans(app.strapi, storage, Date.now() - 60_000)).toBe(0);
    makeOld(files);
    expect(await sweepOrphans(app.strapi, storage, Date.now() - 1000)).toBe(1);
    expect(await storage.find(ORPHAN)).toBeUndefined();
    for (const key of [NAMED, OF_ARCHIVE]) expect(await storage.find(key)).toMatchObject({ size: BYTES.length });
    const left = storedFiles();
    expect(left.filter((file) => !file.startsWith('.orphans/'))).toEqual(files.filter((file) => file !== ORPHAN));
    expect(left.filter((file) => file.startsWith('.orphans/'))).toEqual([
      expect.stringMatching(/^\.orphans\/\d{4}-\d{2}-\d{2}\/aa\/bb\/orphan\.jpg$/),
    ]);
    expect(await sweepOrphans(app.strapi, storage, Date.now() - 1000)).toBe(0);
    expect(storedFiles()).toEqual(left);
  });

  it('are no business of another database that shares the data folder', async () => {
    const [ours, theirs] = [folderStorage(node), folderStorage('another-node')];
    await theirs.store(ORPHAN, BYTES);
    makeOld([path.join('..', 'another-node', ORPHAN)]);
    expect(await sweepOrphans(app.strapi, ours, Date.now() - 1000)).toBe(0);
    expect(await theirs.find(ORPHAN)).toMatchObject({ size: BYTES.length });
    expect(await ours.find(ORPHAN)).toBeUndefined();
    expect(await sweepOrphans(app.strapi, theirs, Date.now() - 1000)).toBe(1);
  });
});

async function nameInEvidence(key: string): Promise<void> {
  const [household] = await unrecognisedIds(app);
  await app.owner.query(
    `insert into evidences (household_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
     select id, region_code, 'otherMaterial', 'a.jpg', 'image/jpeg', 1, 'x', $2 from households where id = $1`,
    [household, key],
  );
}

/** As the thumbnail of an archive's photo. */
async function nameInArchive(key: string): Promise<void> {
  await app.owner.query(
    `insert into evidences (renovation_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key, thumbnail_key)
     select id, region_code, 'beforeRenovation', 'a.jpg', 'image/jpeg', 1, 'x', 'no/file.jpg', $1 from renovations order by id limit 1`,
    [key],
  );
}

/** The files of this database's folder, relative to it. */
function storedFiles(): string[] {
  const root = path.join(app.dataDir, 'evidence', node);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

function makeOld(files: readonly string[]): void {
  for (const file of files) utimesSync(path.join(app.dataDir, 'evidence', node, file), new Date(0), new Date(0));
}
