import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EvidenceChange, EvidenceRow } from '@anju/domain/contracts';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { aDocument, aPhoto, REFUSED_FILES } from './evidence-uploads';
import { OTHER_COUNTY, recordOf, storedState, unrecognisedIds } from './register';

let app: TestApp;
let clerk: Caller;
let household: number;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  [household = 0] = await unrecognisedIds(app);
});

afterAll(() => app.stop());

function upload(caller: Caller, file: Buffer, name = '房屋 正面.jpg', fields: Readonly<Record<string, string>> = {}) {
  const parts = { householdId: String(household), category: 'houseFrontPhoto', ...fields };
  return Object.entries(parts).reduce(
    (request, [field, value]) => request.field(field, value),
    caller.post('/api/registry/evidence').attach('file', file, name),
  );
}

async function uploaded(file?: Buffer): Promise<EvidenceChange> {
  const answer = await upload(clerk, file ?? (await aPhoto()));
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as EvidenceChange;
}

async function fileOf(caller: Caller, id: number, size: 'thumb' | 'full'): Promise<Buffer> {
  const answer = await caller.get(`/api/registry/evidence/${id}/file?size=${size}`).buffer(true).expect(200);
  return answer.body as Buffer;
}

function storedFiles(): string[] {
  return readdirSync(path.join(app.dataDir, 'evidence'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

describe('uploading a photo', () => {
  it('stores it upright, without metadata, with a thumbnail, and raises the version', async () => {
    const { version } = await recordOf(app, household);
    const row = await uploaded();
    expect(row).toMatchObject({
      householdId: household,
      category: 'houseFrontPhoto',
      fileName: '房屋 正面.jpg',
      version: version + 1,
    });
    expect(row).toMatchObject({ mimeType: 'image/jpeg', width: 800, height: 1200 });
    expect(row.uploadedByName).toMatch(/^[一-鿿]/);
    const full = await fileOf(clerk, row.id, 'full');
    const facts = await sharp(full).metadata();
    expect([facts.width, facts.height, facts.exif, facts.orientation]).toEqual([800, 1200, undefined, undefined]);
    expect(full.includes('SecretCamera')).toBe(false);
    const thumbnail = await sharp(await fileOf(clerk, row.id, 'thumb')).metadata();
    expect(Math.max(thumbnail.width, thumbnail.height)).toBe(320);
  });

  it('keeps several photos of one category beside each other and never writes over a file', async () => {
    const before = new Map(storedFiles().map((file) => [file, digest(file)]));
    const [first, second] = [await uploaded(await aPhoto(300, 200)), await uploaded(await aPhoto(300, 200))];
    expect(first.id).not.toBe(second.id);
    const after = storedFiles();
    expect(after).toHaveLength(before.size + 4);
    for (const [file, content] of before) expect(digest(file)).toBe(content);
    await expect(
      app.owner.query(`update evidences set storage_key = 'aa/bb/other.jpg' where id = $1`, [first.id]),
    ).rejects.toThrow('cannot be replaced');
  });

  it('answers what is there when the same file comes again, one after the other and at once, until it is deleted', async () => {
    const photo = await aPhoto(310, 200);
    const answers = await Promise.all([upload(clerk, photo), upload(clerk, photo), upload(clerk, photo)]);
    const [first, ...others] = answers.map(({ body }) => body as EvidenceChange);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(others.map(({ id }) => id)).toEqual([first?.id, first?.id]);
    const files = storedFiles();
    expect((await uploaded(photo)).id).toBe(first?.id);
    expect(storedFiles()).toEqual(files);
    const { rows } = await app.owner.query('select storage_key, thumbnail_key from evidences where id = $1', [
      first?.id,
    ]);
    expect(
      files.filter((file) => Object.values(rows[0] as object).some((key) => file.endsWith(String(key)))),
    ).toHaveLength(2);
    await clerk
      .delete(`/api/registry/evidence/${first?.id ?? 0}`)
      .send({ reason: '传错了' })
      .expect(200);
    expect((await uploaded(photo)).id).not.toBe(first?.id);
  });

  it('keeps a PDF of papers as pages alone, serves it with headers that let it do nothing, and refuses it as a photo', async () => {
    const row = (await upload(clerk, await aDocument(3), '鉴定报告.PDF', { category: 'appraisalMaterial' }))
      .body as EvidenceChange;
    expect(row).toMatchObject({
      mimeType: 'application/pdf',
      pageCount: 3,
      width: null,
      fileName: '鉴定报告.pdf',
      rotation: 0,
    });
    const answer = await clerk.get(`/api/registry/evidence/${row.id}/file`).buffer(true).expect(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await PDFDocument.load(answer.body as Buffer)).getPageCount()).toBe(3);
    expect((answer.body as Buffer).includes('SecretWriter')).toBe(false);
    await clerk.get(`/api/registry/evidence/${row.id}/file?size=thumb`).expect(200);
    await clerk.put(`/api/registry/evidence/${row.id}/rotation`).send({ rotation: 90 }).expect(422);
    const asPhoto = await upload(clerk, await aDocument(2));
    expect([asPhoto.status, asPhoto.body]).toEqual([415, expect.objectContaining({ code: 'refusedDocument' })]);
  });

  it('keeps of a JPEG with a page of HTML in it the picture alone', async () => {
    const html = '<html><script>alert(document.cookie)</script></html>';
    const polyglot = Buffer.concat([await aPhoto(200, 120), Buffer.from(html)]);
    const row = await uploaded(polyglot);
    const answer = await clerk.get(`/api/registry/evidence/${row.id}/file`).buffer(true).expect(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
    expect((answer.body as Buffer).includes('script')).toBe(false);
  });

  it('makes a large photo smaller', async () => {
    const large = await sharp({ create: { width: 5000, height: 3000, channels: 3, background: '#a0b0c0' } })
      .png()
      .toBuffer();
    expect(await uploaded(large)).toMatchObject({ width: 2560, height: 1536, mimeType: 'image/jpeg' });
  });

  it.each(REFUSED_FILES)('refuses %s and keeps nothing of it', async (_name, status, makeFile, sentence) => {
    const [before, files] = [await storedState(app, household), storedFiles()];
    const answer = await upload(clerk, await makeFile());
    const { message, errors } = answer.body as { message: string; errors: Record<string, string> };
    expect([answer.status, `${message}${errors.file ?? ''}`]).toEqual([status, expect.stringContaining(sentence)]);
    expect(await storedState(app, household)).toEqual(before);
    expect(storedFiles()).toEqual(files);
  });

  it.each([['no file', 400, { householdId: '1', category: 'houseFrontPhoto' }, 'file', '请选择']])(
    'refuses %s',
    async (_name, status, fields, field, sentence) => {
      const answer = await Object.entries(fields).reduce(
        (request, [name, value]) => request.field(name, value),
        clerk.post('/api/registry/evidence'),
      );
      const { errors } = answer.body as { errors: Record<string, string> };
      expect([answer.status, errors[field]]).toEqual([status, expect.stringContaining(sentence)]);
    },
  );

  it.each([
    ['a category that does not exist', 400, { category: 'selfie' }, 'category', '没有这个佐证材料类别'],
    ['no household', 400, { householdId: '' }, 'householdId', '编号'],
  ])('refuses %s', async (_name, status, fields, field, sentence) => {
    const files = storedFiles();
    const answer = await upload(clerk, await aPhoto(60, 40), 'a.jpg', fields);
    const { errors } = answer.body as { errors: Record<string, string> };
    expect([answer.status, errors[field]]).toEqual([status, expect.stringContaining(sentence)]);
    expect(storedFiles()).toEqual(files);
  });

  it('is refused for a household of another county, and for somebody who may only look', async () => {
    const [foreign = 0] = await unrecognisedIds(app, OTHER_COUNTY);
    const files = storedFiles();
    const photo = await aPhoto(60, 40);
    expect((await upload(clerk, photo, 'a.jpg', { householdId: String(foreign) })).status).toBe(404);
    expect((await upload(await app.as('demo-county'), photo)).status).toBe(403);
    expect((await app.request().post('/api/registry/evidence').attach('file', photo, 'a.jpg')).status).toBe(401);
    expect(storedFiles()).toEqual(files);
  });
});

describe('turning a photo', () => {
  it('shows it turned to everybody, large and small, keeps the file, and is the work of those who enter', async () => {
    const { id, width, height, version } = await uploaded(await aPhoto(400, 200));
    const files = storedFiles();
    const turned = await clerk.put(`/api/registry/evidence/${id}/rotation`).send({ rotation: 90 }).expect(200);
    expect(turned.body).toMatchObject({ rotation: 90, version: version + 1 });
    for (const size of ['full', 'thumb'] as const) {
      const shown = await sharp(await fileOf(clerk, id, size)).metadata();
      expect(shown.width > shown.height).toBe((height ?? 0) > (width ?? 0));
    }
    expect(storedFiles()).toEqual(files);
    await clerk.put(`/api/registry/evidence/${id}/rotation`).send({ rotation: 45 }).expect(400);
    const [reader, foreign] = [await app.as('demo-county'), await app.as('demo-other-clerk')];
    await reader.put(`/api/registry/evidence/${id}/rotation`).send({ rotation: 0 }).expect(403);
    await foreign.put(`/api/registry/evidence/${id}/rotation`).send({ rotation: 0 }).expect(404);
  });
});

describe('seeing a photo', () => {
  it('is private to its region and to those who see households', async () => {
    const { id } = await uploaded();
    const answers = await Promise.all(
      ['demo-other-clerk', 'demo-auditor', 'demo-township-unset'].map(async (username) =>
        (await app.as(username)).get(`/api/registry/evidence/${id}/file`),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 403, 404]);
    expect((await app.request().get(`/api/registry/evidence/${id}/file`)).status).toBe(401);
    const own = await clerk.get(`/api/registry/evidence/${id}/file?size=thumb`).expect(200);
    expect(own.headers['cache-control']).toContain('private');
    expect(own.headers['x-content-type-options']).toBe('nosniff');
  });

  it('works for an image element by a ticket that is bound to this photo', async () => {
    const [first, second] = [await uploaded(), await uploaded()];
    const ticket = await clerk.post(`/api/registry/evidence/${first.id}/ticket`).send({ size: 'thumb' }).expect(200);
    const { url } = ticket.body as { url: string };
    const answer = await app.request().get(url).expect(200);
    expect(answer.headers['content-type']).toBe('image/jpeg');
    const elsewhere = url.replace(`/${first.id}/`, `/${second.id}/`);
    const forged = `${url.slice(0, -2)}xx`;
    const refused = await Promise.all([elsewhere, forged].map((address) => app.request().get(address)));
    expect(refused.map(({ status }) => status)).toEqual([401, 401]);
    expect(refused[0]?.body).toMatchObject({ message: '图片地址已过期，请刷新页面' });
    const foreign = await app.as('demo-other-clerk');
    await foreign.post(`/api/registry/evidence/${first.id}/ticket`).send({}).expect(404);
  });

  it('by ticket ends with the session', async () => {
    const { id } = await uploaded();
    const other = await app
      .request()
      .post('/api/auth/local')
      .send({ identifier: 'demo-clerk', password: 'Anju-demo-2020' });
    const { jwt } = other.body as { jwt: string };
    const ticket = await app
      .request()
      .post(`/api/registry/evidence/${id}/ticket`)
      .set('Authorization', `Bearer ${jwt}`)
      .send({});
    const { url } = ticket.body as { url: string };
    await app.request().get(url).expect(200);
    await app.owner.query('delete from strapi_sessions where session_id = $1', [sessionOf(jwt)]);
    await app.request().get(url).expect(401);
  });
});

describe('deleting a photo', () => {
  it('takes it out of the record with its reason, and keeps the file', async () => {
    const { id } = await uploaded();
    const files = storedFiles();
    await clerk.delete(`/api/registry/evidence/${id}`).send({}).expect(400);
    await clerk.delete(`/api/registry/evidence/${id}`).send({ reason: '拍错了房屋' }).expect(200);
    const list = await clerk.get(`/api/registry/evidence?householdId=${household}`).expect(200);
    expect((list.body as EvidenceRow[]).map((row) => row.id)).not.toContain(id);
    await clerk.get(`/api/registry/evidence/${id}/file`).expect(404);
    await clerk.delete(`/api/registry/evidence/${id}`).send({ reason: '再删一次' }).expect(404);
    const { rows } = await app.owner.query('select delete_reason from evidences where id = $1', [id]);
    expect(rows).toEqual([{ delete_reason: '拍错了房屋' }]);
    expect(storedFiles()).toEqual(files);
  });
});

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function sessionOf(jwt: string): string {
  const payload = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
    sessionId: string;
  };
  return payload.sessionId;
}
