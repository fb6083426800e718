import path from 'node:path';
import type { EvidenceChange, WarningRow } from '@anju/domain/contracts';
import { inScope } from '@anju/kit';
import { ALTERATIONS } from '../../harness/altered-photos.cjs';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { enteredAs } from '../access/serving-connection';
import { COUNTY, OTHER_COUNTY } from './register';

/** What this test uses of the compiled code. */
interface Drawing {
  drawEvidencePhoto(seed: number, style: 'house' | 'paper'): Promise<Buffer>;
}
interface Storage {
  store(key: string, bytes: Buffer): Promise<void>;
}
interface StorageModule {
  folderStorage(node: string): Storage;
}
interface Placing {
  placeUnprintedPhotos(storage: Storage, after: number): Promise<number>;
  placeUploadedPhotos(storage: Storage, seconds: number): Promise<void>;
}

const PLUGINS = path.join(__dirname, '..', '..', '..', 'plugins');
/** Seeds that the demonstration does not draw. */
const FIRST_SEED = 3_000_000;
const WHOLE_NODE = '';

let app: TestApp;
let clerk: Caller;
let otherClerk: Caller;
let drawing: Drawing;
let placing: Placing;
let storage: Storage;
let here: number[];
let there: number[];
let seed = FIRST_SEED;

beforeAll(async () => {
  app = await startTestApp();
  [clerk, otherClerk] = [await app.as('demo-clerk'), await app.as('demo-other-clerk')];
  [here, there] = [await householdsOf(COUNTY), await householdsOf(OTHER_COUNTY)];
  drawing = (await import(
    path.join(PLUGINS, 'exchange/dist/server/demonstration/photo/draw-evidence-photo.js')
  )) as Drawing;
  const services = path.join(PLUGINS, 'registry/dist/server/services');
  placing = (await import(path.join(services, 'photo-placing.js'))) as Placing;
  // The job's turn: here the tests say when photos are placed.
  await app.owner.query('select pg_advisory_lock(726037)');
  const { rows } = await app.owner.query<{ id: string }>('select id from anju.node');
  storage = ((await import(path.join(services, 'evidence-storage.js'))) as StorageModule).folderStorage(
    rows[0]?.id ?? '',
  );
});

afterAll(() => app.stop());

function aPhoto(): Promise<Buffer> {
  seed += 1;
  return drawing.drawEvidencePhoto(seed, 'house');
}

async function upload(
  caller: Caller,
  household: number,
  photo: Buffer,
  category = 'houseFrontPhoto',
): Promise<EvidenceChange> {
  const answer = await caller
    .post('/api/registry/evidence')
    .field('householdId', String(household))
    .field('category', category)
    .attach('file', photo, 'a.jpg');
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as EvidenceChange;
}

/** Households of a county that share no photo yet. */
async function householdsOf(county: string): Promise<number[]> {
  const { rows } = await app.owner.query<{ id: number }>(
    `select id from households where starts_with(region_code, $1) and vanished_at is null
       and id not in (select household_id from warnings where kind = 'photoReuse') order by id`,
    [county],
  );
  return rows.map(({ id }) => id);
}

/** A household for one test alone. */
function taken(from: number[]): number {
  const id = from.pop();
  if (id === undefined) throw new Error('No household is left');
  return id;
}

async function reuse(caller: Caller, household: number): Promise<WarningRow[]> {
  const filter = JSON.stringify({ householdId: household, kind: 'photoReuse', state: 'open' });
  const answer = await caller.get(`/api/warnings?${new URLSearchParams({ filter }).toString()}`).expect(200);
  return answer.body as WarningRow[];
}

/** A photo as an import or an earlier version leaves it: file and row, and no print. */
async function storeUnprinted(household: number, photo: Buffer | null): Promise<number> {
  seed += 1;
  const key = `aa/bb/unprinted-${seed}.jpg`;
  if (photo) await storage.store(key, photo);
  const { rows } = await app.owner.query<{ id: number }>(
    `insert into evidences (household_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
     select id, region_code, 'houseFrontPhoto', 'a.jpg', 'image/jpeg', 1, $2, $2 from households where id = $1 returning id`,
    [household, key],
  );
  return rows[0]?.id ?? 0;
}

/** Prints all photos after this one. */
async function placeAll(first = 0): Promise<void> {
  let after = first;
  do after = await inScope(app.strapi, WHOLE_NODE, () => placing.placeUnprintedPhotos(storage, after));
  while (after > 0);
}

async function storedPrint(id: number): Promise<unknown> {
  const { rows } = await app.owner.query(
    `select p.print is not null as printed, p.settled, e.look_hash from evidences e join anju.photo_print p on p.evidence_id = e.id where e.id = $1`,
    [id],
  );
  return rows[0];
}

describe('a photo that another household has already', () => {
  it.each(Object.entries(ALTERATIONS))(
    'is found in another county, with the other side masked: %s',
    async (_name, alter) => {
      const [own, foreign] = [taken(here), taken(there)];
      const photo = await aPhoto();
      await upload(clerk, own, photo);
      expect(await reuse(clerk, own)).toEqual([]);
      await upload(otherClerk, foreign, await alter(photo));
      const [ours, theirs] = [await reuse(clerk, own), await reuse(otherClerk, foreign)];
      expect([ours.length, theirs.length]).toEqual([1, 1]);
      expect(ours[0]?.message).toMatch(/^本户的照片与另外 1 户的相同或高度相似（[^）]+），/);
      const { rows } = await app.owner.query<{ name: string }>(
        'select name from members where household_id = $1 and name is not null',
        [foreign],
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const { name } of rows) expect(JSON.stringify(ours)).not.toContain(name);
    },
  );

  it('is named the same when the file is', async () => {
    const [own, foreign] = [taken(here), taken(there)];
    const photo = await aPhoto();
    await upload(clerk, own, photo);
    await upload(otherClerk, foreign, photo);
    expect((await reuse(clerk, own))[0]?.message).toContain('完全相同');
  });

  it('no longer warns when either is deleted, and does again with the next copy', async () => {
    const [own, foreign] = [taken(here), taken(there)];
    const photo = await aPhoto();
    await upload(clerk, own, photo);
    const copy = await upload(otherClerk, foreign, await ALTERATIONS.halved(photo));
    expect(await reuse(clerk, own)).toHaveLength(1);
    await otherClerk.delete(`/api/registry/evidence/${copy.id}`).send({ reason: '拍错了房屋' }).expect(200);
    expect([await reuse(clerk, own), await reuse(otherClerk, foreign)]).toEqual([[], []]);
    await upload(otherClerk, foreign, await ALTERATIONS.darker(photo));
    expect(await reuse(otherClerk, foreign)).toHaveLength(1);
  });

  it('does not warn within one household, nor where papers are copied', async () => {
    const [own, foreign] = [taken(here), taken(there)];
    const [photo, paper] = [await aPhoto(), await aPhoto()];
    await upload(clerk, own, photo);
    await upload(clerk, own, await ALTERATIONS.brighter(photo));
    await upload(clerk, own, paper, 'appraisalMaterial');
    await upload(otherClerk, foreign, await ALTERATIONS.reencoded(paper), 'appraisalMaterial');
    expect([await reuse(clerk, own), await reuse(otherClerk, foreign)]).toEqual([[], []]);
  });

  it('is not any other photo', async () => {
    const [own, foreign] = [taken(here), taken(there)];
    await upload(clerk, own, await aPhoto());
    await upload(otherClerk, foreign, await aPhoto());
    expect([await reuse(clerk, own), await reuse(otherClerk, foreign)]).toEqual([[], []]);
  });
});

describe('photos without a print', () => {
  it('are printed and compared in the background, and none of the demonstration’s warns anew', async () => {
    const before = await openReuse();
    await placeAll();
    expect(await openReuse()).toBe(before);
    const [own, foreign] = [taken(here), taken(there)];
    const photo = await aPhoto();
    const first = await storeUnprinted(own, photo);
    await storeUnprinted(foreign, await ALTERATIONS.cutCorner(photo));
    expect(await reuse(clerk, own)).toEqual([]);
    await placeAll(first - 1);
    expect(await reuse(clerk, own)).toHaveLength(1);
    expect(await reuse(otherClerk, foreign)).toHaveLength(1);
    expect(await storedPrint(first)).toMatchObject({ printed: true, settled: true });
    const { rows } = await app.owner.query('select opened, closed from anju.run_warning_rules(false)');
    expect(rows).toEqual([{ opened: 0, closed: 0 }]);
  }, 180_000);

  it('stay without one when the file is missing or no picture', async () => {
    const ids = [await storeUnprinted(taken(here), null), await storeUnprinted(taken(here), Buffer.from('no picture'))];
    await placeAll(Math.min(...ids) - 1);
    const nothing = { printed: false, settled: true, look_hash: null };
    expect(await Promise.all(ids.map(storedPrint))).toEqual([nothing, nothing]);
  });

  it('are looked at once more when two were uploaded at the same moment', async () => {
    const [own, foreign] = [taken(here), taken(there)];
    const photo = await aPhoto();
    const uploaded = await upload(clerk, own, photo);
    const copy = await upload(otherClerk, foreign, await ALTERATIONS.halved(photo));
    // As if neither had seen the other's row.
    await app.owner.query('update evidences set look_hash = null where id = any ($1)', [[uploaded.id, copy.id]]);
    expect(await reuse(clerk, own)).toEqual([]);
    await app.owner.query('update anju.photo_print set settled = true where evidence_id <> all ($1)', [
      [uploaded.id, copy.id],
    ]);
    await inScope(app.strapi, WHOLE_NODE, () => placing.placeUploadedPhotos(storage, 0));
    expect(await reuse(clerk, own)).toHaveLength(1);
    expect(await storedPrint(copy.id)).toMatchObject({ settled: true });
  });
});

describe('what the application cannot do', () => {
  it('is to say itself what a photo looks like', async () => {
    const { id } = await upload(clerk, taken(here), await aPhoto());
    const { rows } = await app.owner.query<{ id: number }>(
      `select id from evidences where starts_with(region_code, $1) limit 1`,
      [OTHER_COUNTY],
    );
    await expect(asApp(`update evidences set look_hash = 'x' where id = ${id}`)).rejects.toThrow('not the application');
    await expect(asApp(`select * from anju.nearest_look(${id}, null)`)).rejects.toThrow('permission denied');
    await expect(asApp(`insert into anju.photo_print values (${id}, 1, '520425', null, true)`)).rejects.toThrow(
      'permission denied',
    );
    // Neither answers anything nor touches a photo of another county.
    const answer = await asApp(`select anju.place_photo($1, array[]::bit(256)[], false)::text as told`, [rows[0]?.id]);
    expect(answer).toEqual([{ told: '' }]);
    expect(
      await asApp(`select count(*)::int as n from anju.photo_print where not starts_with(region_code, '520425')`),
    ).toEqual([{ n: 0 }]);
  });
});

async function openReuse(): Promise<number> {
  const { rows } = await app.owner.query<{ n: number }>(
    `select count(*)::int as n from warnings where kind = 'photoReuse' and state = 'open'`,
  );
  return rows[0]?.n ?? -1;
}

/** One statement as the serving role, on behalf of the first county's clerk. */
function asApp(sql: string, values: readonly unknown[] = []): Promise<unknown[]> {
  return enteredAs(app, 'demo-clerk', async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
    return rows;
  });
}
