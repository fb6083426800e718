import { type HouseholdRecord, householdRecord, type NextAnswer, type StatisticsTable } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { REFUSED_RECOGNITIONS } from './refused-recognitions';
import {
  addEvidence,
  COUNTY,
  householdsToTake,
  OTHER_COUNTY,
  RECOGNITIONS,
  recordOf,
  storedState,
  unrecognisedIds,
} from './register';

let app: TestApp;
let clerk: Caller;
let takeHousehold: () => number;

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  takeHousehold = await householdsToTake(app);
});

afterAll(() => app.stop());

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

  it.each(Object.values(RECOGNITIONS))(
    'is answered with the contract’s record of $kind, field by field',
    async (input) => {
      const id = takeHousehold();
      await addEvidence(app, id);
      const record = await recognise(id, input);
      // What the contract does not know, its parser would leave out.
      expect(householdRecord.parse(record)).toEqual(record);
      expect(record.evidence).toHaveLength(1);
      expect(record.warnings).not.toHaveLength(0);
    },
  );

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

  it('is journalled field by field when it changes, with the household only where its own fields change', async () => {
    const id = takeHousehold();
    const { version } = await recognise(id, RECOGNITIONS.originalSafe);
    const changed = await clerk
      .put(safeguardOf(id))
      .send({ version, ...RECOGNITIONS.originalSafe, appraiser: '另一人' })
      .expect(200);
    expect((changed.body as { version: number }).version).toBe(version + 1);
    const { rows } = await app.owner.query<{ action: string }>(
      `select j.subject_table, j.action, case when j.action = 'update' then j.detail::text end as detail from anju.journal j
       where (j.subject_table = 'households' and j.subject_id = $1)
         or (j.subject_table = 'safeguards' and j.subject_id = (select id from safeguards where household_id = $1))
       order by j.id`,
      [id],
    );
    expect(rows.filter(({ action }) => action !== 'open')).toEqual([
      { subject_table: 'safeguards', action: 'create', detail: null },
      { subject_table: 'households', action: 'update', detail: '{"recognised": [false, true]}' },
      {
        subject_table: 'safeguards',
        action: 'update',
        detail: '{"appraiser": ["王工", "另一人"], "township_paper": [null, false]}',
      },
    ]);
  });
});

describe('bad input', () => {
  let id: number;
  beforeAll(() => {
    id = takeHousehold();
  });

  it.each(REFUSED_RECOGNITIONS)(
    '%s is refused at its field and changes nothing',
    async (_name, status, input, field, sentence) => {
      const { version } = await recordOf(app, id);
      const before = await storedState(app, id);
      const answer = await clerk.put(safeguardOf(id)).send({ version, ...input });
      const body = answer.body as { message: string; errors: Record<string, string> };
      expect([answer.status, body.errors[field]]).toEqual([status, expect.stringContaining(sentence)]);
      expect(body.message).toMatch(/[一-鿿]/);
      expect(await storedState(app, id)).toEqual(before);
    },
  );
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
    await addEvidence(app, id);
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
