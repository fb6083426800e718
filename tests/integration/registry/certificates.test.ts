import { inflateRawSync } from 'node:zlib';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { OTHER_COUNTY, RECOGNITIONS, recordOf, unrecognisedIds } from './register';

let app: TestApp;
let clerk: Caller;
let household: number;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  household = (await unrecognisedIds(app)).find((_id, index) => index === 3) ?? 0;
});
afterAll(() => app.stop());

async function certificate(id: number, template: string, who = clerk) {
  return who
    .get(`/api/registry/households/${id}/certificates/${template}`)
    .buffer(true)
    .parse((answer, done) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done(null, Buffer.concat(chunks)));
    });
}

/** The text of a Word document's body, read by its own central directory. */
function textOf(bytes: Buffer): string {
  let at = bytes.readUInt32LE(bytes.length - 22 + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === 'word/document.xml') {
      const local = bytes.readUInt32LE(at + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const xml = inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20))).toString('utf8');
      return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  throw new Error('The document has no body');
}

async function recognise(input: object): Promise<void> {
  const { version } = await recordOf(app, household);
  await clerk
    .put(`/api/registry/households/${household}/safeguard`)
    .send({ version, ...input })
    .expect(200);
}

describe('a certificate', () => {
  it('says who lives where since when, in neutral words, and is journalled', async () => {
    await recognise({ ...RECOGNITIONS.otherRelocation, notMovedIn: false, moveInDate: '2017-11-05' });
    const record = await recordOf(app, household);
    const answer = await certificate(household, 'relocationCertificate');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('wordprocessingml');
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(`${record.headName} 生态`);
    const text = textOf(answer.body as Buffer);
    const head = record.members.find(({ isHead }) => isHead);
    expect(text).toContain(
      `${record.headName}（身份证号${head?.correctedIdNumber ?? head?.registryIdNumber ?? '________'}，家庭人口${record.memberCount}人）`,
    );
    expect(text).toContain('因水库移民于2016年3月1日开工、2017年9月1日竣工，并于2017年11月5日入住');
    expect(text).toContain('紫云苗族布依族自治县');
    expect(text).not.toMatch(/[{}]/);
    const { rows } = await app.owner.query<{ n: number }>(
      `select count(*)::int as n from anju.journal where action = 'certificate' and subject_id = $1`,
      [household],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it.each([
    ['publicHousingCertificate', RECOGNITIONS.publicHousing, '自2018年1月1日入住'],
    ['otherHousingCertificate', RECOGNITIONS.otherMeans, '现通过其他（借用村委会闲置房屋）方式居住于'],
    ['noRenovationWishCertificate', RECOGNITIONS.otherMeans, '自愿不申请实施危房改造'],
  ])('%s is filled from the record', async (template, input, words) => {
    await recognise(input);
    expect(textOf((await certificate(household, template)).body as Buffer)).toContain(words);
  });

  it('carries markup in a name as text', async () => {
    await app.owner.query(`update members set name = '杨<b>&{县}' where household_id = $1 and is_head`, [household]);
    const answer = await certificate(household, 'otherHousingCertificate');
    expect(textOf(answer.body as Buffer)).toContain('杨&lt;b&gt;&amp;{县}');
  });

  it('is not given of another county, by another name, or to those who see no full numbers', async () => {
    const foreign = (await unrecognisedIds(app, OTHER_COUNTY))[0] ?? 0;
    expect((await certificate(foreign, 'otherHousingCertificate')).status).toBe(404);
    for (const name of ['..%2F..%2Froles', 'else']) expect((await certificate(household, name)).status).toBe(404);
    expect((await certificate(household, 'otherHousingCertificate', await app.as('demo-county'))).status).toBe(403);
  });
});
