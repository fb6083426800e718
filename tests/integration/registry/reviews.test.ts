import type { StatisticsTable } from '@anju/domain/contracts';
import { type Caller, startTestApp, type TestApp } from '../../harness/app';
import { addEvidence, COUNTY, OTHER_COUNTY, RECOGNITIONS, recordOf, storedState } from './register';
import { ReviewedHouseholds } from './reviewed-households';
import { answered, inState, queueOf, step, storedReview, TOWNSHIP } from './reviews';

let app: TestApp;
let reviewed: ReviewedHouseholds;
let clerk: Caller;
let township: Caller;
let county: Caller;

beforeAll(async () => {
  app = await startTestApp();
  reviewed = await ReviewedHouseholds.in(app);
  ({ clerk, township, county } = reviewed);
});

afterAll(() => app.stop());

async function tables(): Promise<unknown> {
  const answer = await clerk.get(`/api/statistics/tables/T1?region=${COUNTY}`).expect(200);
  return (answer.body as StatisticsTable).total;
}

const REASONS = { reasons: [{ field: 'appraisalDate', text: '鉴定日期与材料不符' }] };

describe('the way of a record', () => {
  it('goes from the township to the county, with accounts, dates and names, and changes no statistics', async () => {
    const id = await reviewed.entered();
    const before = await tables();
    // As lists and imports may leave it.
    await app.owner.query('update safeguards set township_reviewer = null where household_id = $1', [id]);
    answered(await step(app, township, id, 'approve'));
    const today = /^\d{4}-\d\d-\d\d$/;
    expect(await storedReview(app, id)).toMatchObject({
      review_state: 'townshipApproved',
      township_approved_by: 'demo-township-reviewer',
      township_reviewer: '演示乡镇审核人',
      township_review_date: expect.stringMatching(today) as unknown,
      township_paper: false,
    });
    answered(await step(app, county, id, 'approve'));
    expect(await storedReview(app, id)).toMatchObject({
      review_state: 'countyApproved',
      county_approved_by: 'demo-county-reviewer',
      // The printed name stood there already.
      county_reviewer: '王审核',
      county_review_date: expect.stringMatching(today) as unknown,
    });
    expect((await recordOf(app, id)).recognised).toBe(true);
    expect(await tables()).toEqual(before);
  });

  it('is journalled step by step with the acting account', async () => {
    const id = await reviewed.approvedByBoth();
    const { rows } = await app.owner.query(
      `select u.username, j.detail->'review_state'->>1 as state from anju.journal j join up_users u on u.id = j.actor
       where j.subject_table = 'safeguards' and j.action = 'update' and j.detail ? 'review_state'
         and j.subject_id = (select id from safeguards where household_id = $1) order by j.id`,
      [id],
    );
    expect(rows).toEqual([
      { username: 'demo-township-reviewer', state: 'townshipApproved' },
      { username: 'demo-county-reviewer', state: 'countyApproved' },
    ]);
  });

  it('does not pass the county before the township', async () => {
    const id = await reviewed.entered();
    const answer = await step(app, county, id, 'approve');
    expect([answer.status, answer.body]).toEqual([
      422,
      expect.objectContaining({ message: expect.stringContaining('尚未经乡镇审核') as unknown }),
    ]);
  });
});

describe('an approval', () => {
  it('of an old version is a conflict with the record as it stands, and changes nothing', async () => {
    const id = await reviewed.entered();
    const { version } = await recordOf(app, id);
    await reviewed.save(id, { appraiser: '李工' });
    const before = await storedState(app, id);
    const answer = await step(app, township, id, 'approve', { version });
    expect([answer.status, answer.body]).toEqual([
      409,
      expect.objectContaining({ code: 'staleVersion', current: expect.objectContaining({ id }) as unknown }),
    ]);
    expect(await storedState(app, id)).toEqual(before);
  });

  it('conflicts with evidence that was only added', async () => {
    const id = await reviewed.entered();
    const { version } = await recordOf(app, id);
    await addEvidence(app, id);
    expect((await step(app, township, id, 'approve', { version })).status).toBe(409);
    expect((await step(app, township, id, 'return', { version, ...REASONS })).status).toBe(409);
  });

  it('lets exactly one of four simultaneous ones through', async () => {
    const id = await reviewed.entered();
    const { version } = await recordOf(app, id);
    const address = `/api/registry/reviews/${id}/approve`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => township.post(address).send({ version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('of one’s own entry is refused by the door and by the database', async () => {
    const id = await reviewed.entered();
    await app.owner.query(
      `update safeguards set entered_by = (select id from up_users where username = 'demo-township-reviewer') where household_id = $1`,
      [id],
    );
    const answer = await step(app, township, id, 'approve');
    expect([answer.status, answer.body]).toEqual([
      422,
      expect.objectContaining({ message: expect.stringContaining('本人录入') as unknown }),
    ]);
    for (const column of ['township_approved_by', 'county_approved_by']) {
      await expect(
        app.owner.query(`update safeguards set ${column} = entered_by where household_id = $1`, [id]),
      ).resolves.toMatchObject({ rowCount: 1 });
      await expect(
        app.owner.query(
          `update safeguards set review_state = '${column === 'county_approved_by' ? 'countyApproved' : 'townshipApproved'}',
             ${column} = entered_by where household_id = $1`,
          [id],
        ),
      ).rejects.toMatchObject({ constraint: `safeguards_${String(column.split('_')[0])}_not_self` });
    }
    expect((await queueOf(township, {}, { range: '[0,499]' })).rows.map((row) => row.id)).not.toContain(id);
  });

  it('outside the region does not exist, and without the duty is not allowed', async () => {
    const [foreign = 0] = await inState(app, 'entered', OTHER_COUNTY);
    const { version } = await recordOf(app, foreign, 'demo-other-clerk');
    const before = await storedState(app, foreign);
    const body = { version, ...REASONS };
    for (const [verb, sent] of [['approve', { version }] as const, ['return', body] as const]) {
      expect((await township.post(`/api/registry/reviews/${foreign}/${verb}`).send(sent)).status).toBe(404);
      expect((await county.post(`/api/registry/reviews/${foreign}/${verb}`).send(sent)).status).toBe(404);
    }
    const id = await reviewed.entered();
    const own = await recordOf(app, id);
    for (const username of ['demo-clerk', 'demo-county', 'demo-auditor']) {
      const caller = await app.as(username);
      const answer = await caller.post(`/api/registry/reviews/${id}/approve`).send({ version: own.version });
      expect(answer.status).toBe(403);
    }
    expect(await storedState(app, foreign)).toEqual(before);
  });
});

describe('a return', () => {
  it('keeps its reasons at their fields, tells clerk and township, and leaves the record recognised', async () => {
    const id = await reviewed.approvedByTownship();
    const record = answered(await step(app, county, id, 'return', REASONS));
    expect(record).toMatchObject({ recognised: true, safeguard: { reviewState: 'returned', ...returned() } });
    const [row] = (await queueOf(clerk)).rows.filter((waiting) => waiting.id === id);
    expect(row).toMatchObject({ returnReasons: REASONS.reasons, returnedByName: '演示县级审核人' });
    const told = await queueOf(township, { reviewState: 'returned' });
    expect(told.rows.map((waiting) => waiting.id)).toContain(id);
    // Once saved again it waits for the township, whatever was changed.
    await reviewed.save(id);
    expect(await storedReview(app, id)).toMatchObject({
      review_state: 'entered',
      township_approved_by: null,
      return_reasons: REASONS.reasons,
    });
    expect((await queueOf(clerk)).rows.map((waiting) => waiting.id)).not.toContain(id);
  });

  it.each([
    ['no reason', 400, [], 'reasons'],
    ['a blank reason', 400, [{ field: 'kind', text: ' ' }], 'reasons.0.text'],
    ['a field that the kind does not have', 422, [{ field: 'moveInDate', text: '不对' }], 'reasons.0.field'],
    ['a person of another household', 422, [{ field: 'members.1', text: '不对' }], 'reasons.0.field'],
  ])('with %s is refused at its field and changes nothing', async (_name, status, reasons, field) => {
    const id = await reviewed.entered();
    const before = await storedState(app, id);
    const answer = await step(app, township, id, 'return', { reasons });
    const { errors } = answer.body as { errors: Record<string, string> };
    expect([answer.status, errors[field]]).toEqual([status, expect.stringMatching(/[一-鿿]/)]);
    expect(await storedState(app, id)).toEqual(before);
    reviewed.blank.unshift(id);
    const { version } = await recordOf(app, id);
    await clerk.delete(`/api/registry/households/${id}/safeguard`).send({ version, reason: '测试' }).expect(200);
  });

  function returned() {
    return { returnReasons: REASONS.reasons, returnedByName: '演示县级审核人' };
  }
});

describe('taking an approval back', () => {
  it('undoes the own level’s, with the date that it filled', async () => {
    const id = await reviewed.approvedByBoth();
    expect((await step(app, township, id, 'take-back')).status).toBe(422);
    answered(await step(app, county, id, 'take-back'));
    expect(await storedReview(app, id)).toMatchObject({
      review_state: 'townshipApproved',
      county_approved_by: null,
      county_review_date: null,
    });
    answered(await step(app, township, id, 'take-back'));
    expect(await storedReview(app, id)).toMatchObject({
      review_state: 'entered',
      township_approved_by: null,
      township_review_date: null,
    });
  });
});

describe('an approved record', () => {
  const address = (id: number) => `/api/registry/households/${id}`;

  it('waits anew after a change of kind, of its fields, of a number or of the region, and after evidence was deleted', async () => {
    const [kind, field, number, region, evidence] = await Promise.all([
      reviewed.approvedByBoth(),
      reviewed.approvedByBoth(),
      reviewed.approvedByBoth(),
      reviewed.approvedByBoth(),
      reviewed.approvedByBoth(),
    ]);
    const { version } = await recordOf(app, kind);
    await clerk
      .put(`${address(kind)}/safeguard`)
      .send({ version, ...RECOGNITIONS.publicHousing })
      .expect(200);
    await reviewed.save(field, { appraiser: '李工' });
    await clerk
      .put(address(number))
      .send({ version: (await recordOf(app, number)).version, correctedIdNumber: '11010519491231002X' })
      .expect(200);
    const place = await recordOf(app, region);
    const { rows } = await app.owner.query<{ code: string }>(
      `select code from regions where starts_with(code, $1) and length(code) = 12 and code <> $2 limit 1`,
      [TOWNSHIP, place.regionCode],
    );
    await clerk.put(address(region)).send({ version: place.version, regionCode: rows[0]?.code }).expect(200);
    const photo = await addEvidence(app, evidence);
    expect(await storedReview(app, evidence)).toMatchObject({ review_state: 'countyApproved' });
    await clerk.delete(`/api/registry/evidence/${photo}`).send({ reason: '拍错了' }).expect(200);
    for (const id of [kind, field, number, region, evidence]) {
      expect(await storedReview(app, id)).toMatchObject({
        review_state: 'entered',
        township_approved_by: null,
        county_approved_by: null,
      });
    }
  });

  it('stays approved, with its signatures, after a phone, a remark, added evidence or an unchanged save', async () => {
    const id = await reviewed.approvedByBoth();
    const before = await storedReview(app, id);
    await clerk
      .put(address(id))
      .send({ version: (await recordOf(app, id)).version, correctedPhone: '13800000000', remark: '核对过' })
      .expect(200);
    await addEvidence(app, id);
    await reviewed.save(id, { countyReviewer: '别人', townshipReviewDate: '2020-06-05' });
    expect(await storedReview(app, id)).toEqual(before);
  });

  it('shows what changed since the level approved it: old value, new value, and added evidence', async () => {
    const id = await reviewed.approvedByBoth();
    const compare = async (caller: Caller) =>
      (await caller.get(`/api/registry/reviews/${id}/changes`).expect(200)).body as object;
    expect(await compare(county)).toMatchObject({ householdId: id, changes: [] });
    await reviewed.save(id, { appraiser: '李工' });
    const photo = await addEvidence(app, id);
    expect(await compare(county)).toMatchObject({
      changes: expect.arrayContaining([
        expect.objectContaining({ subject: 'safeguard', field: 'appraiser', before: '王工', after: '李工' }),
        { subject: 'evidence', subjectId: photo, field: 'added', before: null, after: 'otherMaterial' },
      ]) as unknown,
    });
    // A value that was put back is no change.
    await reviewed.save(id, { appraiser: '王工' });
    const { changes } = (await compare(township)) as { changes: readonly { field: string }[] };
    expect(changes.map(({ field }) => field)).toEqual(['added']);
    const fresh = await reviewed.entered();
    const first = await township.get(`/api/registry/reviews/${fresh}/changes`).expect(200);
    expect(first.body).toEqual({ householdId: fresh, comparedWith: null, changes: [] });
  });
});
