import type { HouseholdRecord, ReviewBatchAnswer, ReviewSample } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { meanwhile } from '../../harness/meanwhile';
import { fieldsOf } from '../access/account-requests';
import { COUNTY, RECOGNITIONS, recordOf, unrecognisedIds, withoutArchive } from './register';
import { answered, inState, queueOf, resent, step, storedReview, TOWNSHIP } from './reviews';

let app: TestApp;
let clerk: Caller;
let county: Caller;
let withReviewer: number[];
let without: number[];

beforeAll(async () => {
  app = await startTestApp();
  clerk = await app.as('demo-clerk');
  county = await app.as('demo-county-reviewer');
  const { rows } = await app.owner.query<{ id: number; region_code: string }>(
    'select id, region_code from households where id = any ($1)',
    [await withoutArchive(app, await unrecognisedIds(app))],
  );
  withReviewer = rows.filter((row) => row.region_code.startsWith(TOWNSHIP)).map(({ id }) => id);
  without = rows.filter((row) => !row.region_code.startsWith(TOWNSHIP)).map(({ id }) => id);
});

afterAll(() => app.stop());

const PAPER = { townshipReviewer: '杨审核', townshipReviewDate: '2020-06-10' };

async function recognise(ids: number[], more: object): Promise<HouseholdRecord> {
  const id = ids.shift() ?? -1;
  const { version } = await recordOf(app, id);
  const address = `/api/registry/households/${id}/safeguard`;
  return answered(await clerk.put(address).send({ version, ...RECOGNITIONS.originalSafe, ...more }));
}

describe('the township on paper', () => {
  it('approves by a typed reviewer and date where nobody reviews, and nowhere else', async () => {
    const onPaper = await recognise(without, PAPER);
    expect(onPaper.safeguard).toMatchObject({ reviewState: 'townshipApproved', townshipPaper: true, ...PAPER });
    const online = await recognise(withReviewer, PAPER);
    expect(online.safeguard).toMatchObject({ reviewState: 'entered', townshipPaper: false });
    const undated = await recognise(without, { townshipReviewer: '杨审核' });
    expect(undated.safeguard).toMatchObject({ reviewState: 'entered' });
  });

  it('counts an account that is disabled or expired as nobody', async () => {
    const reviewer = `update up_users set blocked = $1, valid_until = $2 where username = 'demo-township-reviewer'`;
    await app.owner.query(reviewer, [true, null]);
    expect((await recognise(withReviewer, PAPER)).safeguard?.reviewState).toBe('townshipApproved');
    await app.owner.query(reviewer, [false, '2000-01-01']);
    expect((await recognise(withReviewer, PAPER)).safeguard?.reviewState).toBe('townshipApproved');
    await app.owner.query(reviewer, [false, null]);
    expect((await recognise(withReviewer, PAPER)).safeguard?.reviewState).toBe('entered');
  });

  it('does not outlive a change: the same signature sent with other content signs nothing, a new one does', async () => {
    const { id } = await recognise(without, PAPER);
    const save = async (changes: object) =>
      answered(
        await clerk.put(`/api/registry/households/${id}/safeguard`).send(resent(await recordOf(app, id), changes)),
      ).safeguard;
    expect(await save({ appraiser: '李工' })).toMatchObject({ reviewState: 'entered', townshipPaper: false });
    expect(await save({ townshipReviewDate: '2020-06-12' })).toMatchObject({
      reviewState: 'townshipApproved',
      townshipPaper: true,
    });
  });
});

describe('the county on paper', () => {
  it('approves nothing by a typed date, which the county confirms and keeps', async () => {
    const { id, safeguard } = await recognise(without, { ...PAPER, countyReviewDate: '2020-06-15' });
    expect(safeguard).toMatchObject({ reviewState: 'townshipApproved', countyPaper: true });
    const queue = await queueOf(county, { countyPaper: true });
    expect(queue.rows.map((row) => row.id)).toEqual([id]);
    answered(await step(app, county, id, 'approve'));
    expect(await storedReview(app, id)).toMatchObject({
      review_state: 'countyApproved',
      county_review_date: '2020-06-15',
      county_approved_by: 'demo-county-reviewer',
    });
    answered(await step(app, county, id, 'take-back'));
    expect(await storedReview(app, id)).toMatchObject({ county_review_date: '2020-06-15', county_paper: true });
  });
});

describe('a queue', () => {
  it('holds exactly what waits, page by page, with its total', async () => {
    const { rows: counted } = await app.owner.query<{ id: number }>(
      `select household_id as id from safeguards where review_state = 'townshipApproved' and starts_with(region_code, $1)
       order by region_code, household_id`,
      [COUNTY],
    );
    const expected = counted.map(({ id }) => id);
    const first = await queueOf(county, {}, { range: '[0,9]' });
    expect(first.total).toBe(expected.length);
    const second = await queueOf(county, {}, { range: '[0,9]', after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(expected.slice(0, 20));
  });

  it('is searched by person, village and entry person, and filtered by kind and warnings', async () => {
    const { rows } = await queueOf(county, {}, { range: '[0,499]' });
    const [some] = rows;
    if (!some) throw new Error('The county waits for nothing');
    const village = some.regionName.slice(-3);
    const found = async (filter: object) => (await queueOf(county, filter, { range: '[0,499]' })).rows;
    expect((await found({ search: some.headName })).map((row) => row.id)).toContain(some.id);
    expect((await found({ personName: some.headName })).map((row) => row.id)).toContain(some.id);
    const named = await found({ search: village });
    expect(named.map((row) => row.id)).toEqual(expect.arrayContaining([some.id]));
    const by = rows.filter((row) => row.entryPerson === some.entryPerson).map((row) => row.id);
    expect((await found({ entryPerson: some.entryPerson })).map((row) => row.id)).toEqual(by);
    const ofKind = rows.filter((row) => row.kind === some.kind).map((row) => row.id);
    expect((await found({ kind: some.kind })).map((row) => row.id)).toEqual(ofKind);
    const warned = rows.filter((row) => row.warningCount > 0).map((row) => row.id);
    expect((await found({ hasWarning: true })).map((row) => row.id)).toEqual(warned);
    expect(await found({ search: '没有这个人' })).toEqual([]);
  });

  it('refuses what it does not know', async () => {
    const address = (filter: object) =>
      `/api/registry/reviews?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`;
    const answer = await county.get(address({ colour: 'red' })).expect(400);
    expect(answer.body).toMatchObject({ errors: { colour: '不认识的字段' } });
    await county.get(address({ regionCode: '520402' })).expect(404);
  });
});

describe('a batch', () => {
  const batch = async (caller: Caller, body: object) =>
    (await caller.post('/api/registry/reviews/batch').send({ action: 'approve', ...body })).body as ReviewBatchAnswer;

  it('approves what matches but for open warnings and own entries, which it names', async () => {
    const clean = await inState(app, 'townshipApproved', COUNTY);
    const { rows } = await queueOf(county, {}, { range: '[0,499]' });
    const warned = rows.filter((row) => row.warningCount > 0);
    const [own = 0] = clean;
    await app.owner.query(
      `update safeguards set entered_by = (select id from up_users where username = 'demo-county-reviewer')
       where household_id = $1 and review_state = 'townshipApproved'`,
      [own],
    );
    await app.owner.query(`update safeguards set review_state = 'entered' where household_id = $1`, [own]);
    await app.owner.query(
      `update safeguards set review_state = 'townshipApproved', entered_by = (select id from up_users where username = 'demo-county-reviewer')
       where household_id = $1`,
      [own],
    );
    const answer = await batch(county, { filter: {} });
    expect(answer.approved).toBe(clean.length - 1);
    expect(answer.next).toBeNull();
    expect(answer.leftOut.filter(({ reason }) => reason === 'openWarnings')).toHaveLength(warned.length);
    expect(answer.leftOut.filter(({ reason }) => reason === 'ownEntry').map((left) => left.householdId)).toEqual([own]);
    expect(answer.leftOut[0]).toMatchObject({
      headName: expect.any(String) as unknown,
      message: expect.any(String) as unknown,
    });
    const ticked = await batch(county, { filter: {}, includeWarned: true });
    expect([ticked.approved, ticked.leftOut.map(({ reason }) => reason)]).toEqual([warned.length, ['ownEntry']]);
    const { rows: journal } = await app.owner.query(
      `select (detail->>'approved')::int as approved from anju.journal where action = 'reviewBatch' order by id`,
    );
    expect(journal).toEqual([{ approved: clean.length - 1 }, { approved: warned.length }]);
  });

  it('does nothing to records that do not wait for the caller', async () => {
    const answer = await county
      .post('/api/registry/reviews/batch')
      .send({ action: 'approve', filter: { reviewState: 'countyApproved' } });
    expect(answer.status).toBe(422);
    const unknown = await county.post('/api/registry/reviews/batch').send({ action: 'delete', filter: {} });
    expect([unknown.status, unknown.body]).toEqual([400, expect.objectContaining({ code: 'badInput' })]);
  });
});

describe('a sample', () => {
  const draw = async (caller: Caller, body: object) =>
    (await caller.post('/api/registry/review-samples').send(body)) as { status: number; body: ReviewSample };
  let township: Caller;
  let sample: ReviewSample;

  beforeAll(async () => {
    township = await app.as('demo-township-reviewer');
    await app.owner.query(
      `update safeguards set entered_by = (select id from up_users where username = 'demo-township-reviewer')
       where household_id = (select household_id from safeguards where review_state = 'entered' and starts_with(region_code, $1) limit 1)`,
      [TOWNSHIP],
    );
  });

  it('of n % of a queue is drawn by a seed that draws the same again, without own entries', async () => {
    const { total } = await queueOf(township);
    const asked = { filter: {}, percent: 30, seed: 'spring-2020' };
    const drawn = await draw(township, asked);
    sample = drawn.body;
    expect(sample).toMatchObject({
      population: total,
      sampled: Math.ceil(total * 0.3),
      seed: 'spring-2020',
      reproducible: true,
    });
    expect(sample.items.map(({ householdId }) => householdId)).toEqual(
      (await draw(township, asked)).body.items.map(({ householdId }) => householdId),
    );
    const other = (await draw(township, { ...asked, seed: 'autumn-2020' })).body;
    expect(other.items.map(({ householdId }) => householdId)).not.toEqual(
      sample.items.map(({ householdId }) => householdId),
    );
    const { rows } = await app.owner.query<{ own: number }>(
      `select count(*)::int as own from anju.review_sample_item where entered_by = (select id from up_users where username = 'demo-township-reviewer')`,
    );
    expect(rows).toEqual([{ own: 0 }]);
    const { rows: journal } = await app.owner.query(
      `select detail->>'seed' as seed, (detail->>'population')::int as population from anju.journal where action = 'drawSample' order by id limit 1`,
    );
    expect(journal).toEqual([{ seed: 'spring-2020', population: total }]);
  });

  it('is refused where there is nothing to draw, or for a share that is none', async () => {
    const nothing = await draw(township, { filter: { kind: 'publicHousing', reviewState: 'returned' }, percent: 5 });
    expect([nothing.status, fieldsOf(nothing)]).toEqual([422, ['reviewState']]);
    expect((await draw(township, { filter: {}, percent: 0 })).status).toBe(400);
    expect((await draw(township, { filter: { regionCode: '520402' }, percent: 5 })).status).toBe(404);
  });

  it('is judged and signed by who drew it, and then stands as it was signed', async () => {
    const address = `/api/registry/review-samples/${sample.id}`;
    const [first, ...others] = sample.items.map(({ householdId }) => householdId);
    const judge = (caller: Caller, id: number | undefined, body: object) =>
      caller.put(`${address}/households/${id}`).send(body);
    await judge(county, first, { verdict: 'passed' }).expect(422);
    await judge(township, first, { verdict: 'faulty' }).expect(400);
    await township.post(`${address}/sign`).send({}).expect(422);
    await judge(township, first, { verdict: 'faulty', note: '照片不是这一户' }).expect(200);
    for (const id of others) await judge(township, id, { verdict: 'passed' }).expect(200);
    // Who judges while the report is being signed waits, and comes too late.
    const signing = `update anju.review_sample set signed_at = now(), report_hash = 'x' where id = ${sample.id}`;
    const late = await meanwhile(app, [signing], async () => judge(township, first, { verdict: 'passed' }));
    expect([late.status, (late.body as { message: string }).message]).toEqual([
      422,
      expect.stringContaining('抽查报告已签署') as string,
    ]);
    await app.owner.query('update anju.review_sample set signed_at = null, report_hash = null where id = $1', [
      sample.id,
    ]);
    const signed = (await township.post(`${address}/sign`).send({ conclusion: '一户退回' }).expect(200))
      .body as ReviewSample;
    expect(signed).toMatchObject({ faulty: 1, passed: others.length, reportIntact: true, conclusion: '一户退回' });
    await judge(township, first, { verdict: 'passed' }).expect(422);
    await township.post(`${address}/sign`).send({}).expect(422);
    const { rows } = await app.owner.query<{ hash: string }>(
      `select detail->>'reportHash' as hash from anju.journal where action = 'signSample' and subject_id = $1`,
      [sample.id],
    );
    expect(rows).toEqual([{ hash: signed.reportHash }]);
    await app.owner.query(
      `update anju.review_sample_item set verdict = 'passed' where sample = $1 and household_id = $2`,
      [sample.id, first],
    );
    expect((await county.get(address).expect(200)).body).toMatchObject({ reportIntact: false, isOwn: false });
  });
});
