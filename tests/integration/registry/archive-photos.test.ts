import type { ArchivePhoto, EvidenceChange, HouseholdHistory, RenovationDetail } from '@anju/domain/contracts';
import sharp from 'sharp';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { aDocument, aPhoto } from './evidence-uploads';
import { recordOf } from './register';
import { type Archives, archivesOf, RENOVATIONS } from './renovations';

let app: TestApp;
let archives: Archives;
let archive: RenovationDetail;

beforeAll(async () => {
  app = await startTestApp();
  archives = await archivesOf(app);
  archive = await archives.entered({ headName: '照片户' });
});
afterAll(() => app.stop());

function upload(file: Buffer, category = 'beforeRenovation', who = archives.clerk, id = archive.id) {
  return who.post(`${RENOVATIONS}/${id}/photos`).field('category', category).attach('file', file, '房屋.jpg');
}

async function uploaded(category?: string, file?: Buffer, id = archive.id): Promise<ArchivePhoto> {
  const answer = await upload(file ?? (await aPhoto(300, 200)), category, archives.clerk, id);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as ArchivePhoto;
}

async function photosOf(id = archive.id): Promise<readonly ArchivePhoto[]> {
  return (await archives.openArchive(id)).photos;
}

function photoReuse(): Promise<{ readonly n: number }> {
  return archives.one(`select count(*)::int as n from warnings where kind = 'photoReuse' and state <> 'cleared'`);
}

describe('photos of an archive', () => {
  it('show the house before, during and after the work, upright and small, in the archive’s record', async () => {
    const before = await uploaded('beforeRenovation', await aPhoto(1200, 800));
    expect(before).toMatchObject({ category: 'beforeRenovation', fileName: '房屋.jpg', width: 800, height: 1200 });
    const others = [await uploaded('duringRenovation'), await uploaded('afterRenovation')];
    expect(await photosOf()).toEqual([before, ...others]);
    expect((await archives.openArchive(archive.id)).version).toBe(archive.version);
    const ticket = await archives.clerk.post(`/api/registry/evidence/${before.id}/ticket`).send({ size: 'thumb' });
    const { url } = ticket.body as { url: string };
    const thumbnail = await app.request().get(url).buffer(true).expect(200);
    const { width, height, exif } = await sharp(thumbnail.body as Buffer).metadata();
    expect([Math.max(width, height), exif]).toEqual([320, undefined]);
  });

  it('are one of the same file, and every act with them is journalled', async () => {
    const file = await aPhoto(310, 200);
    const photo = await uploaded('afterRenovation', file);
    expect(await uploaded('afterRenovation', file)).toEqual(photo);
    expect((await uploaded('beforeRenovation', file)).id).not.toBe(photo.id);
    await archives.clerk.get(`/api/registry/evidence/${photo.id}/file?size=full`).expect(200);
    await archives.clerk.delete(`/api/registry/evidence/${photo.id}`).send({}).expect(400);
    const stale = { reason: '拍错', version: archive.version + 1 };
    await archives.clerk.delete(`/api/registry/evidence/${photo.id}`).send(stale).expect(409);
    const gone = await archives.clerk.delete(`/api/registry/evidence/${photo.id}`).send({ reason: '拍错' }).expect(200);
    expect(gone.body).toEqual({ id: photo.id, version: archive.version });
    expect((await photosOf()).map(({ id }) => id)).not.toContain(photo.id);
    const { rows } = await app.owner.query<{ action: string; renovation: number | null; reason: unknown }>(
      `select action, (detail ->> 'renovation_id')::int as renovation, detail -> 'delete_reason' ->> 1 as reason
       from anju.journal where subject_table = 'evidences' and subject_id = $1 order by id`,
      [photo.id],
    );
    expect(rows).toEqual([
      { action: 'create', renovation: archive.id, reason: null },
      { action: 'viewFile', renovation: archive.id, reason: null },
      { action: 'update', renovation: null, reason: '拍错' },
    ]);
  });

  it('are turned like a household’s evidence', async () => {
    const { id } = await uploaded('duringRenovation');
    const turned = await archives.clerk.put(`/api/registry/evidence/${id}/rotation`).send({ rotation: 90 }).expect(200);
    expect(turned.body).toMatchObject({ id, rotation: 90, version: archive.version });
    expect((await photosOf()).find((photo) => photo.id === id)?.rotation).toBe(90);
  });

  it('are pictures of one of the three moments', async () => {
    const document = await upload(await aDocument(1));
    expect([document.status, (document.body as { message: string }).message]).toEqual([
      415,
      '只能上传 JPG、PNG 或 WebP 图片，此文件不是图片',
    ]);
    expect((await upload(Buffer.from('这不是照片'))).status).toBe(415);
    const wrong = await upload(await aPhoto(300, 200), 'houseFrontPhoto');
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('改造前、改造中或改造后')]);
  });

  it('are added and taken away by those who enter in the region, and seen by nobody else', async () => {
    const photo = await uploaded();
    const reader = await app.as('demo-county');
    expect((await upload(await aPhoto(300, 200), 'beforeRenovation', reader)).status).toBe(403);
    await reader.delete(`/api/registry/evidence/${photo.id}`).send({ reason: '拍错' }).expect(403);
    expect((await archives.openArchive(archive.id, reader)).photos).toContainEqual(photo);
    await reader.get(`/api/registry/evidence/${photo.id}/file?size=thumb`).expect(200);
    const other = await app.as('demo-other-clerk');
    expect((await upload(await aPhoto(300, 200), 'beforeRenovation', other)).status).toBe(404);
    for (const answer of await asStranger(other, photo.id)) expect(answer).toBe(404);
    const foreign = await archives.foreignArchive();
    expect((await upload(await aPhoto(300, 200), 'beforeRenovation', archives.clerk, foreign)).status).toBe(404);
  });

  it('go where their archive goes, and belong to it for good', async () => {
    const moving = await archives.entered({ headName: '迁村户' });
    const { id } = await uploaded('beforeRenovation', undefined, moving.id);
    const { code } = await archives.one<{ code: string }>(
      'select code from regions where level = 5 and starts_with(code, left($1, 6)) and code <> $1 order by code limit 1',
      [archives.village],
    );
    await archives.clerk
      .put(`${RENOVATIONS}/${moving.id}`)
      .send({ version: moving.version, regionCode: code })
      .expect(200);
    expect(await archives.one('select region_code from evidences where id = $1', [id])).toEqual({ region_code: code });
    await expect(
      app.owner.query('update evidences set renovation_id = $2 where id = $1', [id, archive.id]),
    ).rejects.toThrow('cannot be replaced');
    await expect(
      app.owner.query('update evidences set household_id = (select min(id) from households) where id = $1', [id]),
    ).rejects.toThrow();
  });
});

describe('the household of an archive', () => {
  it('shows its photos in its record, and neither its evidence nor its version nor a warning knows them', async () => {
    const household = archives.takeHousehold();
    const own = await archives.entered({ headName: '关联户' });
    await archives.clerk
      .post(`${RENOVATIONS}/${own.id}/link`)
      .send({ householdId: household, reason: '村委会证明' })
      .expect(200);
    const house = await aPhoto(1200, 800);
    const evidence = await archives.clerk
      .post('/api/registry/evidence')
      .field('householdId', String(archives.takeHousehold()))
      .field('category', 'houseFrontPhoto')
      .attach('file', house, '正面.jpg');
    expect(evidence.status).toBe(200);
    const [before, reused] = [await recordOf(app, household), await photoReuse()];
    const photo = await uploaded('afterRenovation', house, own.id);
    const after = await recordOf(app, household);
    expect(after).toEqual({ ...before, renovation: { ...before.renovation, photos: [photo] } });
    expect(await photoReuse()).toEqual(reused);
    const { householdId } = evidence.body as EvidenceChange;
    expect((await recordOf(app, householdId)).evidence).toHaveLength(1);
    const scan = await (await app.as('demo-county')).post('/api/warnings/scan').send({}).expect(200);
    expect(scan.body).toMatchObject({ opened: 0, closed: 0 });
  });

  it('tells of them in its history: added, turned, and deleted with the reason', async () => {
    const household = archives.takeHousehold();
    const own = await archives.entered({ headName: '历史户' });
    const link = { householdId: household, reason: '村委会证明' };
    await archives.clerk.post(`${RENOVATIONS}/${own.id}/link`).send(link).expect(200);
    const { id } = await uploaded('duringRenovation', undefined, own.id);
    await archives.clerk.put(`/api/registry/evidence/${id}/rotation`).send({ rotation: 90 }).expect(200);
    await archives.clerk.delete(`/api/registry/evidence/${id}`).send({ reason: '拍错' }).expect(200);
    const answer = await archives.clerk.get(`/api/registry/households/${household}/history`).expect(200);
    const { entries } = answer.body as HouseholdHistory;
    const told = entries.filter(({ subjectName }) => subjectName === '改造中');
    expect(told.map(({ actionLabel, subjectLabel }) => [actionLabel, subjectLabel])).toEqual([
      ['删除', '佐证材料'],
      ['修改', '佐证材料'],
      ['新增', '佐证材料'],
    ]);
    expect(told[0]?.changes.map(({ after }) => after)).toContain('拍错');
  });
});

async function asStranger(who: Caller, id: number): Promise<readonly number[]> {
  const address = `/api/registry/evidence/${id}`;
  const answers = [
    await who.get(`${address}/file?size=thumb`),
    await who.post(`${address}/ticket`).send({}),
    await who.put(`${address}/rotation`).send({ rotation: 90 }),
    await who.delete(address).send({ reason: '拍错' }),
  ];
  return answers.map(({ status }) => status);
}
