import type { HouseholdRecord, NextAnswer, StatisticsTable } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { COUNTY, OTHER_COUNTY, RECOGNITIONS, recordOf, storedState, unrecognisedIds, withoutArchive } from './register';

let app: TestApp;
let clerk: Caller;
let waiting: number[];

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  waiting = await withoutArchive(app, await unrecognisedIds(app));
});

afterAll(() => app.stop());

function takeHousehold(): number {
  const id = waiting.shift();
  if (id === undefined) throw new Error('The demonstration holds too few unrecognised households');
  return id;
}

const safeguardOf = (id: number) => `/api/registry/households/${id}/safeguard`;

async function recognise(id: number, input: object): Promise<HouseholdRecord> {
  const { version } = await recordOf(app, id);
  const answer = await clerk.put(safeguardOf(id)).send({ version, ...input });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as HouseholdRecord;
}

async function countyTable(username: string, table: 'T1' | 'T2'): Promise<StatisticsTable> {
  const caller = await app.as(username);
  const answer = await caller.get(`/api/statistics/tables/${table}?region=${COUNTY}`).expect(200);
  return answer.body as StatisticsTable;
}

describe('recognising a household', () => {
  it.each(Object.values(RECOGNITIONS))('keeps the fields of $kind', async (input) => {
    const record = await recognise(takeHousehold(), input);
    expect(record.recognised).toBe(true);
    const { entryDate, entryPerson, kind } = input;
    expect(record.safeguard).toMatchObject({ kind, entryDate, entryPerson, reviewState: 'entered' });
    const own = { ...record.renovation, ...record.safeguard };
    const { version: _, ...stored } = { version: 0, ...input };
    expect(own).toMatchObject(input.kind === 'renovation' ? { originalAppraisalResult: 'gradeD' } : stored);
  });

  it('moves the county by one from unrecognised to its kind, for the saver and for another user', async () => {
    const before = await countyTable('demo-clerk', 'T1');
    await recognise(takeHousehold(), RECOGNITIONS.publicHousing);
    for (const username of ['demo-clerk', 'demo-county']) {
      const after = await countyTable(username, 'T1');
      expect(after.total.publicHousing).toBe((before.total.publicHousing ?? 0) + 1);
      expect(after.total.unrecognised).toBe((before.total.unrecognised ?? 0) - 1);
    }
  });

  it('drops the fields of the former kind when the kind changes, and keeps the evidence', async () => {
    const id = takeHousehold();
    await recognise(id, RECOGNITIONS.originalSafe);
    const record = await recognise(id, RECOGNITIONS.otherMeans);
    expect(record.safeguard).toMatchObject({
      kind: 'otherMeans',
      appraisalResult: null,
      appraiser: null,
      appraisalDate: null,
    });
  });

  it('is journalled with the acting account', async () => {
    const id = takeHousehold();
    await recognise(id, RECOGNITIONS.originalSafe);
    const { rows } = await app.owner.query<{ username: string }>(
      `select u.username from anju.journal j join up_users u on u.id = j.actor
       where j.subject_table = 'safeguards' and j.action = 'create' and j.detail->>'household_id' = $1::text`,
      [id],
    );
    expect(rows).toEqual([{ username: 'demo-clerk' }]);
  });
});

describe('bad input', () => {
  const { originalSafe, renovation, povertyRelocation, publicHousing, otherMeans } = RECOGNITIONS;
  it.each([
    [
      'a day that does not exist',
      400,
      { ...originalSafe, appraisalDate: '2020-02-30' },
      'appraisalDate',
      '鉴定（评定）时间不是有效日期',
    ],
    ['a day to come', 422, { ...originalSafe, appraisalDate: '2099-01-01' }, 'appraisalDate', '不能晚于今天'],
    [
      'a completion before the start',
      422,
      { ...povertyRelocation, completionDate: '2016-01-01' },
      'completionDate',
      '竣工时间不能早于开工时间',
    ],
    [
      'a completion before the start of a renovation',
      422,
      { ...renovation, startDate: '2018-05-01', completionDate: '2018-04-01' },
      'completionDate',
      '竣工日期不能早于开工日期',
    ],
    [
      'an option that is not in the list',
      422,
      { ...publicHousing, publicHousingType: 'palace' },
      'publicHousingType',
      '保障方式不在可选范围内',
    ],
    [
      'an option of another kind',
      422,
      { ...originalSafe, appraisalResult: 'gradeD' },
      'appraisalResult',
      '不在可选范围内',
    ],
    ['a required field left out', 422, { ...originalSafe, appraiser: undefined }, 'appraiser', '请填写鉴定（评定）人'],
    ['“other” without its note', 422, { ...otherMeans, kindNote: ' ' }, 'kindNote', '请填写'],
    [
      'a date beside its “not yet” tick',
      422,
      { ...povertyRelocation, notMovedIn: true },
      'moveInDate',
      '已勾选“尚未入住”',
    ],
    [
      'a date left blank without a tick',
      422,
      { ...povertyRelocation, moveInDate: null },
      'moveInDate',
      '请填写入住时间',
    ],
    ['a negative subsidy', 400, { ...renovation, subsidyTotal: -1 }, 'subsidyTotal', '不能小于 0'],
    ['a field of another kind', 400, { ...originalSafe, moveInDate: '2019-01-01' }, 'moveInDate', '不认识的字段'],
    ['a kind that does not exist', 400, { ...originalSafe, kind: 'castle' }, 'kind', '请选择住房安全保障情况'],
    ['no entry person', 400, { ...originalSafe, entryPerson: '' }, 'entryPerson', '请填写录入人'],
  ])('%s is refused at its field and changes nothing', async (_name, status, input, field, sentence) => {
    const [id = 0] = waiting;
    const { version } = await recordOf(app, id);
    const before = await storedState(app, id);
    const answer = await clerk.put(safeguardOf(id)).send({ version, ...input });
    const body = answer.body as { message: string; errors: Record<string, string> };
    expect([answer.status, body.errors[field]]).toEqual([status, expect.stringContaining(sentence)]);
    expect(body.message).toMatch(/[一-鿿]/);
    expect(await storedState(app, id)).toEqual(before);
  });
});

describe('two clerks at once', () => {
  it('refuses the second save with the record as it stands now', async () => {
    const id = takeHousehold();
    const { version } = await recordOf(app, id);
    await clerk
      .put(safeguardOf(id))
      .send({ version, ...RECOGNITIONS.publicHousing })
      .expect(200);
    const before = await storedState(app, id);
    const answer = await clerk
      .put(safeguardOf(id))
      .send({ version, ...RECOGNITIONS.originalSafe })
      .expect(409);
    expect(answer.body).toMatchObject({
      code: 'staleVersion',
      message: '该户信息已被他人修改，请核对后再保存',
      current: { id, safeguard: { kind: 'publicHousing' } },
    });
    expect(await storedState(app, id)).toEqual(before);
  });

  it('lets exactly one of eight simultaneous saves through', async () => {
    const id = takeHousehold();
    const { version } = await recordOf(app, id);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => clerk.put(safeguardOf(id)).send({ version, ...RECOGNITIONS.otherMeans })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
  });

  it('does not take added evidence for a conflict', async () => {
    const id = takeHousehold();
    const { version } = await recordOf(app, id);
    await app.owner.query(
      `insert into evidences (household_id, region_code, category, file_name, mime_type, size_bytes, content_hash, storage_key)
       select id, region_code, 'otherMaterial', 'a.jpg', 'image/jpeg', 1, 'x', 'aa/bb/' || id from households where id = $1`,
      [id],
    );
    const after = await recordOf(app, id);
    expect(after.version).toBe(version + 1);
    await clerk
      .put(safeguardOf(id))
      .send({ version, ...RECOGNITIONS.originalSafe })
      .expect(200);
  });
});

describe('a household of another county', () => {
  it('does not exist for the clerk, whatever the door', async () => {
    const [foreign = 0] = await unrecognisedIds(app, OTHER_COUNTY);
    const before = await storedState(app, foreign);
    const body = { version: 1, ...RECOGNITIONS.originalSafe };
    const answers = await Promise.all([
      clerk.get(`/api/registry/households/${foreign}`),
      clerk.put(safeguardOf(foreign)).send(body),
      clerk.put(`/api/registry/households/${foreign}`).send({ version: 1, remark: 'x' }),
      clerk.delete(safeguardOf(foreign)).send({ version: 1, reason: 'x' }),
      clerk.get(`/api/registry/evidence?householdId=${foreign}`),
      clerk.post('/api/registry/households/next').send({ afterId: foreign }),
      clerk.get('/api/registry/households/2147483647'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(answers.length).fill(404));
    expect(await storedState(app, foreign)).toEqual(before);
  });
});

describe('withdrawing a recognition', () => {
  it('makes the household unrecognised again, with its reason in the journal', async () => {
    const id = takeHousehold();
    const { version } = await recognise(id, RECOGNITIONS.originalSafe);
    const unrecognised = (await countyTable('demo-clerk', 'T2')).total.unrecognised ?? 0;
    const answer = await clerk.delete(safeguardOf(id)).send({ version, reason: '录错了户' }).expect(200);
    expect(answer.body).toMatchObject({ recognised: false, safeguard: null });
    expect((await countyTable('demo-clerk', 'T2')).total.unrecognised).toBe(unrecognised + 1);
    const { rows } = await app.owner.query(
      `select detail->>'reason' as reason from anju.journal where action = 'withdraw' and subject_table = 'households' and subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ reason: '录错了户' }]);
  });

  it('asks for a reason', async () => {
    const id = takeHousehold();
    const { version } = await recognise(id, RECOGNITIONS.originalSafe);
    const answer = await clerk.delete(safeguardOf(id)).send({ version, reason: ' ' }).expect(400);
    expect(answer.body).toMatchObject({ errors: { reason: '请填写撤销原因' } });
    expect((await recordOf(app, id)).recognised).toBe(true);
  });
});

describe('the next household to enter', () => {
  it('comes in region order, passes over the skipped, and says how many its village has left', async () => {
    const ids = await unrecognisedIds(app);
    const [first = 0, second = 0, third = 0] = ids;
    const next = async (body: object) =>
      (await clerk.post('/api/registry/households/next').send(body).expect(200)).body as NextAnswer;
    expect((await next({})).id).toBe(first);
    expect((await next({ afterId: first })).id).toBe(second);
    const answer = await next({ afterId: first, skip: [second] });
    expect(answer.id).toBe(third);
    const { rows } = await app.owner.query<{ count: string }>(
      'select count(*) from households where not recognised and departure_reason is null and region_code = $1',
      [answer.regionCode],
    );
    expect(answer.leftInVillage).toBe(Number(rows[0]?.count));
    expect((await next({ afterId: ids.at(-1) })).id).toBe(first);
  });
});
