import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { textsOf } from '../../harness/word-document';
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

function certificate(id: number, template: string, who = clerk) {
  return document(`/api/registry/households/${id}/certificates/${template}`, who);
}

function document(address: string, who: Caller) {
  return who.get(address).responseType('blob');
}

function textOf(bytes: Buffer): string {
  return textsOf(bytes).join('');
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

  it('comes empty as well, with lines to write on, to whoever sees households', async () => {
    const reader = await app.as('demo-county');
    for (const template of [
      'relocationCertificate',
      'publicHousingCertificate',
      'otherHousingCertificate',
      'noRenovationWishCertificate',
    ]) {
      const answer = await document(`/api/registry/certificates/${template}`, reader);
      expect(answer.status).toBe(200);
      expect(textOf(answer.body as Buffer)).toMatch(/________（身份证号________，家庭人口________人）/);
      expect(textOf(answer.body as Buffer)).not.toMatch(/[{}]/);
    }
    expect((await document('/api/registry/certificates/else', reader)).status).toBe(404);
  });

  it('is not given of another county, by another name, or to those who see no full numbers', async () => {
    const foreign = (await unrecognisedIds(app, OTHER_COUNTY))[0] ?? 0;
    expect((await certificate(foreign, 'otherHousingCertificate')).status).toBe(404);
    for (const name of ['..%2F..%2Froles', 'else']) expect((await certificate(household, name)).status).toBe(404);
    expect((await certificate(household, 'otherHousingCertificate', await app.as('demo-county'))).status).toBe(403);
  });
});
