import type { HouseholdRecord } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, OTHER_COUNTY, RECOGNITIONS, recordOf, storedState, unrecognisedIds } from './register';

let app: TestApp;
let clerk: Caller;
let waiting: number[];

const GOOD_NUMBER = '11010519491231002X';

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  waiting = await unrecognisedIds(app);
});

afterAll(() => app.stop());

async function aHousehold(): Promise<HouseholdRecord> {
  for (;;) {
    const id = waiting.shift();
    if (id === undefined) throw new Error('The demonstration holds too few households of several persons');
    const record = await recordOf(app, id);
    if (record.members.length > 1) return record;
  }
}

function correct(record: HouseholdRecord, corrections: object, caller = clerk) {
  return caller.put(`/api/registry/households/${record.id}`).send({ version: record.version, ...corrections });
}

describe('correcting a household', () => {
  it('takes the numbers and phones of the head and of each member, in plain form', async () => {
    const record = await aHousehold();
    const [, member] = record.members;
    const answer = await correct(record, {
      correctedIdNumber: ' 110105 19491231 002x ',
      correctedPhone: '０８５１－８８８８ ６６６６',
      members: [{ id: member?.id, correctedIdNumber: '５２０１０２１９８５０３１５１２１１' }],
      remark: '户主外出务工',
    }).expect(200);
    const after = answer.body as HouseholdRecord;
    expect(after.members[0]).toMatchObject({ correctedIdNumber: GOOD_NUMBER, correctedPhone: '0851-88886666' });
    expect(after.members[1]).toMatchObject({ correctedIdNumber: '520102198503151211', correctedPhone: null });
    expect(after.members[0]?.registryIdNumber).toBe(record.members[0]?.registryIdNumber);
    expect(after).toMatchObject({ remark: '户主外出务工', recognised: false });
    expect(after.version).toBeGreaterThan(record.version);
  });

  it('leaves what is not sent, and takes a correction away by null', async () => {
    const record = await aHousehold();
    const first = await correct(record, { correctedIdNumber: GOOD_NUMBER, correctedPhone: '13800000000' }).expect(200);
    const second = await correct(first.body as HouseholdRecord, { correctedIdNumber: null }).expect(200);
    expect((second.body as HouseholdRecord).members[0]).toMatchObject({
      correctedIdNumber: null,
      correctedPhone: '13800000000',
    });
  });

  it.each([
    ['a wrong checksum', 422, { correctedIdNumber: '110105194912310021' }, 'correctedIdNumber', '校验位'],
    ['a disability card', 422, { correctedIdNumber: '11010519491231002X43' }, 'correctedIdNumber', '残疾人证'],
    [
      'a member’s bad number',
      422,
      { members: [{ id: -1, correctedIdNumber: '110105194913310021' }] },
      'members.0.correctedIdNumber',
      '出生日期',
    ],
    ['a phone that is none', 400, { correctedPhone: '12345' }, 'correctedPhone', '联系方式'],
    ['a remark too long', 400, { remark: '长'.repeat(501) }, 'remark', '不能超过 500'],
    ['an unknown departure reason', 422, { departureReason: 'flewAway' }, 'departureReason', '不在可选范围内'],
    ['a village of another county', 422, { regionCode: `${OTHER_COUNTY}001001` }, 'regionCode', '不在您的行政区划内'],
    ['a place above the townships', 422, { regionCode: COUNTY }, 'regionCode', '乡镇或村'],
    ['a village that does not exist', 422, { regionCode: `${COUNTY}999999` }, 'regionCode', '乡镇或村'],
    ['a field that is not the clerk’s', 400, { exitYear: 2018 }, 'exitYear', '不认识的字段'],
    ['no version', 400, { version: undefined, remark: 'x' }, 'version', '版本号'],
  ])('refuses %s at its field and changes nothing', async (_name, status, corrections, field, sentence) => {
    const record = await recordOf(app, waiting[0] ?? 0);
    const before = await storedState(app, record.id);
    const own = {
      ...corrections,
      ...('members' in corrections ? { members: ofMember(record, corrections.members) } : {}),
    };
    const answer = await correct(record, own);
    const { errors } = answer.body as { errors: Record<string, string> };
    expect([answer.status, errors[field]]).toEqual([status, expect.stringContaining(sentence)]);
    expect(await storedState(app, record.id)).toEqual(before);
  });

  it('refuses a person of another household', async () => {
    const [record, other] = [await aHousehold(), await aHousehold()];
    const answer = await correct(record, {
      members: [{ id: other.members[0]?.id, correctedIdNumber: GOOD_NUMBER }],
    }).expect(400);
    expect(answer.body).toMatchObject({ errors: { 'members.0.id': '不是该户的家庭成员' } });
  });

  it('refuses a save that was begun from an older version', async () => {
    const record = await aHousehold();
    await correct(record, { remark: '先到' }).expect(200);
    const answer = await correct(record, { remark: '后到' }).expect(409);
    expect(answer.body).toMatchObject({ current: { remark: '先到' } });
  });

  it('explains a departure without recognising the household', async () => {
    const record = await aHousehold();
    const answer = await correct(record, { departureReason: 'naturalDeath', remark: '户主已去世' }).expect(200);
    expect(answer.body).toMatchObject({ departureReason: 'naturalDeath', recognised: false });
    const next = await clerk
      .post('/api/registry/households/next')
      .send({ filter: { regionCode: record.regionCode } })
      .expect(200);
    expect((next.body as { id: number | null }).id).not.toBe(record.id);
  });

  it('moves a household with all that belongs to it, for the county but not for a township', async () => {
    const record = await aHousehold();
    const saved = await clerk
      .put(`/api/registry/households/${record.id}/safeguard`)
      .send({ version: record.version, ...RECOGNITIONS.renovation })
      .expect(200);
    const { rows } = await app.owner.query<{ code: string }>(
      `select code from regions where level = 5 and code like '${COUNTY}%' and left(code, 9) <> left($1, 9) order by code limit 1`,
      [record.regionCode],
    );
    const [village] = rows;
    const answer = await correct(saved.body as HouseholdRecord, { regionCode: village?.code }).expect(200);
    expect(answer.body).toMatchObject({ regionCode: village?.code });
    const { rows: places } = await app.owner.query<{ region_code: string }>(
      `select region_code from members where household_id = $1 union select region_code from safeguards where household_id = $1`,
      [record.id],
    );
    expect(places).toEqual([{ region_code: village?.code }]);
  });

  it('keeps a township clerk’s household inside the township', async () => {
    const township = await app.as('demo-township-clerk');
    const list = await township.get('/api/registry/households?range=[0,0]').expect(200);
    const [row] = list.body as { id: number; regionCode: string }[];
    const record = await recordOf(app, row?.id ?? 0, 'demo-township-clerk');
    const { rows } = await app.owner.query<{ code: string }>(
      `select code from regions where level = 5 and code like '${COUNTY}%' and left(code, 9) <> left($1, 9) order by code limit 1`,
      [record.regionCode],
    );
    const answer = await correct(record, { regionCode: rows[0]?.code }, township).expect(422);
    expect(answer.body).toMatchObject({ errors: { regionCode: '所在地不在您的行政区划内' } });
  });
});

function ofMember(record: HouseholdRecord, members: readonly { readonly correctedIdNumber: string }[]) {
  return members.map((member) => ({ ...member, id: record.members.at(-1)?.id }));
}
